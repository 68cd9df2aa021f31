package outturn.definition.file;

import java.time.Duration;
import outturn.definition.expression.Template;
import outturn.definition.expression.Templates;
import outturn.definition.expression.Vocabulary;
import outturn.definition.file.FileTerms.Otherwise;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Key;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;

/// Reads `waitFor:`.
public final class FileTermsReader {
  private static final Key<Node.Scalar> FILE =
      Key.required("file", Forms.scalar(), "Its absolute path; * and ? in the file's name.");
  private static final Key<Duration> STABLE =
      Key.optional("stable", Forms.duration(), "How long it must have stayed the same; 10s.");
  private static final Key<Duration> WITHIN =
      Key.optional("within", Forms.duration(), "How long it waits; as long as it takes.");
  private static final Key<Otherwise> OTHERWISE =
      Key.optional("otherwise", Choices.of(Otherwise.class), "When none came in time; fail.");
  private static final Shape SHAPE = new Shape("waitFor task", FILE, STABLE, WITHIN, OTHERWISE);

  public static final Key<Values> WAIT_FOR =
      Key.optional("waitFor", SHAPE.form(), "Waits for a file; it holds no worker.");

  private FileTermsReader() {}

  public static FileTerms read(
      Values values, Vocabulary vocabulary, Templates templates, Problems problems) {
    if (values.has(OTHERWISE) && !values.has(WITHIN)) {
      problems.add(
          values.keyPosition(OTHERWISE),
          "misplaced-key",
          "otherwise is for a waitFor with within: this one waits as long as it takes");
    }
    return new FileTerms(
        values
            .find(FILE)
            .map(path -> path(path, vocabulary, templates, problems))
            .orElse(new Template.Constant("/")),
        values.get(STABLE, FileTerms.STABLE),
        values.find(WITHIN),
        values.get(OTHERWISE, Otherwise.FAIL));
  }

  private static Template path(
      Node.Scalar written, Vocabulary vocabulary, Templates templates, Problems problems) {
    var path = templates.text(written, vocabulary);
    if (path instanceof Template.Constant && FilePattern.of(written.text()).isEmpty()) {
      problems.add(
          written.position(),
          "bad-path",
          "expected %s, found %s".formatted(FilePattern.EXPECTED, written.told()),
          "write for example /in/orders-*.csv");
    }
    return path;
  }
}
