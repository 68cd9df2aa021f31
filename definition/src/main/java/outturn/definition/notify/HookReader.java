package outturn.definition.notify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import outturn.definition.expression.Template;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Named;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;

/// Reads `webhook:`, `slack:` and `teams:` of a channel.
final class HookReader {
  static final Target NOWHERE = new Target.Webhook(new Template.Constant(""), Map.of());

  private static final Key<Node.Scalar> URL =
      Key.required("url", Forms.scalar(), "The address; may hold ${secrets.NAME}.");
  private static final Key<List<Named<Node.Scalar>>> HEADERS =
      Key.optional(
          "headers",
          Groups.map(Forms.word(), Forms.scalar()),
          "Of the request; may hold ${secrets.NAME}.");
  private static final Shape CHAT = new Shape("chat channel", URL);

  static final Key<Values> WEBHOOK =
      Key.optional(
          "webhook",
          new Shape("webhook channel", URL, HEADERS).form(),
          "A web service that takes JSON.");
  static final Key<Values> SLACK =
      Key.optional("slack", CHAT.form(), "An incoming webhook of Slack.");
  static final Key<Values> TEAMS =
      Key.optional("teams", CHAT.form(), "A webhook of Microsoft Teams.");

  private final SecretTexts secrets;

  HookReader(SecretTexts secrets) {
    this.secrets = secrets;
  }

  Target webhook(Values values) {
    var headers = new LinkedHashMap<String, Template>();
    for (var header : values.list(HEADERS)) {
      headers.put(header.name(), secrets.text(header.value()));
    }
    return new Target.Webhook(url(values), headers);
  }

  Target slack(Values values) {
    return new Target.Slack(url(values));
  }

  Target teams(Values values) {
    return new Target.Teams(url(values));
  }

  private Template url(Values values) {
    return values.find(URL).map(secrets::address).orElse(new Template.Constant(""));
  }
}
