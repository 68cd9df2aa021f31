package outturn.definition.flow;

import java.time.Duration;
import outturn.definition.expression.Templates;
import outturn.definition.expression.Vocabulary;
import outturn.definition.flow.ApprovalTerms.Otherwise;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;

/// Reads `approval:`.
public final class ApprovalReader {
  private static final Key<Placed<String>> ROLE =
      Key.required("role", Forms.name().placed(), "Who may approve: a group, or a role.");
  private static final Key<Duration> WITHIN =
      Key.optional("within", Forms.duration(), "How long it waits; as long as it takes.");
  private static final Key<Otherwise> OTHERWISE =
      Key.optional("otherwise", Choices.of(Otherwise.class), "When nobody answered; fail.");
  private static final Key<Node.Scalar> TEXT =
      Key.optional("text", Forms.scalar(), "What is to be approved.");
  private static final Shape SHAPE = new Shape("approval", ROLE, WITHIN, OTHERWISE, TEXT);

  public static final Key<Values> APPROVAL =
      Key.optional("approval", SHAPE.form(), "A person says whether the run goes on.");

  private ApprovalReader() {}

  public static ApprovalTerms read(
      Values values, Vocabulary vocabulary, Templates templates, Uses uses, Problems problems) {
    var by = values.find(ROLE);
    by.filter(name -> !ApprovalTerms.ROLES.contains(name.value()))
        .ifPresent(name -> uses.note(Use.Target.GROUP, name));
    if (values.has(OTHERWISE) && !values.has(WITHIN)) {
      problems.add(
          values.keyPosition(OTHERWISE),
          "misplaced-key",
          "otherwise is for an approval with within: this one waits as long as it takes");
    }
    return new ApprovalTerms(
        by.map(Placed::value).orElse(""),
        values.find(WITHIN),
        values.get(OTHERWISE, Otherwise.FAIL),
        values.find(TEXT).map(text -> templates.text(text, vocabulary)));
  }
}
