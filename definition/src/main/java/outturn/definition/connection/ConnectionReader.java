package outturn.definition.connection;

import outturn.definition.expression.Expressions;
import outturn.definition.expression.Template;
import outturn.definition.expression.Templates;
import outturn.definition.expression.Vocabulary;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Key;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;

/// Reads documents of kind `connection`.
public final class ConnectionReader {
  private static final Key<Node.Scalar> URL =
      Key.required("url", Forms.scalar(), "jdbc:…; may hold ${secrets.NAME}.");
  private static final Key<Node.Scalar> USER =
      Key.optional("user", Forms.scalar(), "May hold ${secrets.NAME}.");
  private static final Key<Node.Scalar> PASSWORD =
      Key.optional("password", Forms.scalar(), "Exactly ${secrets.NAME}.");

  public static final Shape SHAPE =
      new Shape("connection", Heading.KIND, Heading.NAME, Heading.TITLE, URL, USER, PASSWORD);

  private final Templates templates;
  private final Problems problems;

  public ConnectionReader(Expressions expressions, Problems problems) {
    this.templates = new Templates(expressions, problems);
    this.problems = problems;
  }

  public Connection read(Values values) {
    var names = Vocabulary.NONE.withSecrets();
    values.find(URL).ifPresent(this::checkUrl);
    return new Connection(
        values.text(Heading.NAME),
        values.find(URL).map(url -> templates.text(url, names)).orElse(new Template.Constant("")),
        values.find(USER).map(user -> templates.text(user, names)),
        values.find(PASSWORD).map(password -> password(password, names)));
  }

  private void checkUrl(Node.Scalar url) {
    if (url.text().startsWith("jdbc:") || url.text().startsWith("${")) return;
    problems.add(
        url.position(),
        "bad-url",
        "expected a JDBC URL, found " + url.told(),
        "write jdbc:postgresql://host/database");
  }

  private Template password(Node.Scalar written, Vocabulary names) {
    var before = problems.size();
    var template = templates.text(written, names);
    if (template instanceof Template.Single || problems.size() > before) return template;
    problems.add(
        written.position(),
        "password-in-file",
        "a password is exactly one secret",
        "store it with: outturn secret set NAME, and write ${secrets.NAME}");
    return template;
  }
}
