package outturn.definition.notify;

import java.util.List;
import java.util.Optional;
import outturn.definition.expression.Template;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Form;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;

/// Reads `mail:` of a channel.
final class MailReader {
  private static final String ADDRESS = "[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,190}";
  private static final int SUBMISSION = 587;

  private static final Key<String> HOST =
      Key.optional("host", Forms.word(), "The SMTP server; or folder.");
  private static final Key<String> FOLDER =
      Key.optional(
          "folder", Forms.name(), "Each mail becomes a file in mail/FOLDER of the data folder.");
  private static final Key<Integer> PORT =
      Key.optional("port", Forms.whole(1, 65_535), "Its port; 587 by default.");
  private static final Key<Target.Tls> TLS =
      Key.optional(
          "tls", Choices.of(Target.Tls.class), "How the connection is made safe; starttls.");
  private static final Key<String> USER =
      Key.optional("user", Forms.word(), "Who signs in there; nobody by default.");
  private static final Key<Node.Scalar> PASSWORD =
      Key.optional("password", Forms.scalar(), "Exactly ${secrets.NAME}.");
  private static final Key<String> FROM =
      Key.required("from", address(), "Who sends: outturn@example.org.");
  private static final Key<List<String>> TO =
      Key.required("to", Groups.filled(Groups.oneOrMany(address())), "Who gets it.");

  static final Key<Values> MAIL =
      Key.optional(
          "mail",
          new Shape("mail channel", HOST, FOLDER, PORT, TLS, USER, PASSWORD, FROM, TO).form(),
          "Mail by SMTP, or into a folder.");
  private static final List<Key<?>> OF_SERVERS = List.of(PORT, TLS, USER, PASSWORD);

  private final SecretTexts secrets;

  MailReader(SecretTexts secrets) {
    this.secrets = secrets;
  }

  Target read(Values values) {
    if (values.has(HOST) == values.has(FOLDER)) {
      secrets
          .problems()
          .add(
              values.has(FOLDER) ? values.keyPosition(FOLDER) : values.position(),
              "one-of",
              "mail goes to a server or into a folder (write exactly one of host: and folder:)");
    }
    var post = values.find(FOLDER).<Target.Post>map(name -> folder(values, name));
    return new Target.Mail(
        post.orElseGet(() -> server(values)), values.text(FROM), values.list(TO));
  }

  private Target.MailFolder folder(Values values, String name) {
    for (var key : OF_SERVERS) {
      if (values.has(key) && !values.has(HOST)) {
        secrets
            .problems()
            .add(
                values.keyPosition(key),
                "not-here",
                "a folder has no '%s'; only a server has".formatted(key.name()));
      }
    }
    return new Target.MailFolder(name);
  }

  private Target.Server server(Values values) {
    if (values.has(USER) != values.has(PASSWORD)) {
      secrets
          .problems()
          .add(values.position(), "missing-key", "user and password come together, or not at all");
    }
    Optional<Target.Login> login =
        values
            .find(USER)
            .map(user ->
                new Target.Login(
                    user,
                    values
                        .find(PASSWORD)
                        .map(secrets::password)
                        .orElse(new Template.Constant(""))));
    return new Target.Server(
        values.find(HOST).orElse(""),
        values.get(PORT, SUBMISSION),
        values.get(TLS, Target.Tls.STARTTLS),
        login);
  }

  private static Form<String> address() {
    return Forms.named("an address such as night-shift@example.org", ADDRESS);
  }
}
