package outturn.definition.notify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import outturn.definition.expression.Template;
import outturn.definition.notify.Target.Desk;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Named;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;

/// Reads `ticket:` of a channel.
final class TicketReader {
  private static final Key<Desk> DESK =
      Key.required("desk", Choices.of(Desk.class), "What kind of system it is.");
  private static final Key<Placed<String>> URL =
      Key.required("url", Forms.text().placed(), "Its address, without a path.");
  private static final Key<String> USER = Key.required("user", Forms.word(), "Who signs in there.");
  private static final Key<Node.Scalar> PASSWORD =
      Key.required("password", Forms.scalar(), "Exactly ${secrets.NAME}.");
  private static final Key<List<Named<String>>> FIELDS =
      Key.optional(
          "fields", Groups.map(Forms.word(), Forms.word()), "Further fields of a new ticket.");
  private static final Key<String> CLOSED =
      Key.optional("closed", Forms.word(), "The state, or the transition, that closes it.");

  static final Key<Values> TICKET =
      Key.optional(
          "ticket",
          new Shape("ticket channel", DESK, URL, USER, PASSWORD, FIELDS, CLOSED).form(),
          "A ticket for each problem, closed when it is over.");

  private final SecretTexts secrets;

  TicketReader(SecretTexts secrets) {
    this.secrets = secrets;
  }

  Target read(Values values) {
    values.find(URL).ifPresent(this::check);
    var desk = values.get(DESK, Desk.SERVICENOW);
    Map<String, Object> fields = new LinkedHashMap<>();
    values.list(FIELDS).forEach(field -> fields.put(field.name(), field.value()));
    if (desk == Desk.JIRA && values.has(DESK) && !fields.containsKey("project")) {
      secrets
          .problems()
          .add(
              values.position(),
              "missing-key",
              "a ticket of Jira needs a project",
              "write fields: {project: KEY, issuetype: Task}");
    }
    var password = values.find(PASSWORD).map(secrets::password).orElse(new Template.Constant(""));
    return new Target.Ticket(
        desk,
        values.find(URL).map(Placed::value).orElse(""),
        new Target.Login(values.text(USER), password),
        fields,
        values.find(CLOSED));
  }

  private void check(Placed<String> url) {
    if (url.value().matches("https?://[^\\s#?$]+[^/]")) return;
    secrets
        .problems()
        .add(
            url.position(),
            "bad-url",
            "expected an address such as https://example.service-now.com, found '%s'"
                .formatted(url.value()),
            "without a / at its end, and without expressions");
  }
}
