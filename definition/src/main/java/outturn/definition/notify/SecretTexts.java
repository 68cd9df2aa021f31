package outturn.definition.notify;

import outturn.definition.expression.Expressions;
import outturn.definition.expression.Template;
import outturn.definition.expression.Templates;
import outturn.definition.expression.Vocabulary;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;

/// Reads texts of channels, which may name secrets and nothing else.
final class SecretTexts {
  private static final Vocabulary SECRETS = Vocabulary.NONE.withSecrets();

  private final Templates templates;
  private final Problems problems;

  SecretTexts(Expressions expressions, Problems problems) {
    this.templates = new Templates(expressions, problems);
    this.problems = problems;
  }

  Template text(Node.Scalar written) {
    return templates.text(written, SECRETS);
  }

  /// An address, or one with secrets in it: the addresses of incoming webhooks are secrets.
  Template address(Node.Scalar written) {
    if (!written.text().matches("https?://\\S+|\\$\\{.*")) {
      problems.add(
          written.position(),
          "bad-url",
          "expected an address that begins with https:// or http://, found " + written.told(),
          "write https://…, or ${secrets.NAME} if it is secret");
    }
    return text(written);
  }

  /// Exactly one secret.
  Template password(Node.Scalar written) {
    var before = problems.size();
    var template = text(written);
    if (template instanceof Template.Single || problems.size() > before) return template;
    problems.add(
        written.position(),
        "password-in-file",
        "a password is exactly one secret",
        "store it with: outturn secret set NAME, and write ${secrets.NAME}");
    return template;
  }

  Problems problems() {
    return problems;
  }
}
