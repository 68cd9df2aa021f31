package outturn.runtime.notify;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import outturn.definition.expression.Scope;
import outturn.definition.expression.Template;
import outturn.definition.notify.Target;
import outturn.runtime.work.Secrets;
import outturn.spi.Log;
import outturn.spi.Request;
import outturn.store.notify.Message;

/// Puts a message into the form that a target takes, with the secrets that it needs, and takes
/// these out of what is said about it afterwards.
final class Envelope {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Log SILENT = (_, _, _, _) -> {};

  private final Function<String, Optional<String>> secrets;
  private final Set<String> used = new LinkedHashSet<>();

  Envelope(Function<String, Optional<String>> secrets) {
    this.secrets = secrets;
  }

  String rendered(Template template) {
    var scope = new Scope(Map.of());
    return template.text(Secrets.added(template, scope, this::secret));
  }

  private Optional<String> secret(String name) {
    var value = secrets.apply(name);
    value.ifPresent(used::add);
    return value;
  }

  /// A text without the secrets that were used.
  String masked(String text) {
    var masked = text;
    for (var secret : used) {
      masked = masked.replace(secret, "***");
      var path = path(secret);
      if (path.length() > 8) masked = masked.replace(path, "/***");
    }
    return masked;
  }

  /// Of a secret that is an address: messages show it without its query.
  private static String path(String secret) {
    try {
      return Optional.ofNullable(URI.create(secret).getPath())
          .filter(path -> path.startsWith("/"))
          .orElse("");
    } catch (IllegalArgumentException notAnAddress) {
      return "";
    }
  }

  Request mail(Target.Mail mail, Message message) {
    return mail(mail, message, "[Outturn] " + message.said().title());
  }

  /// A mail whose subject is its title alone.
  Request letter(Target.Mail mail, Message message) {
    return mail(mail, message, message.said().title());
  }

  /// The same with a file.
  Request letter(Target.Mail mail, Message message, Enclosure file) {
    var letter = letter(mail, message);
    var settings = new HashMap<>(letter.settings());
    settings.put("attachment", file.bytes());
    settings.put("attachmentName", file.name());
    settings.put("attachmentType", file.type());
    return request("mail", settings);
  }

  private Request mail(Target.Mail mail, Message message, String subject) {
    var settings = new HashMap<String, Object>();
    switch (mail.post()) {
      case Target.Server server -> address(settings, server);
      case Target.MailFolder(var name) -> settings.put("folder", name);
    }
    settings.put("from", mail.from());
    settings.put("to", List.copyOf(mail.to()));
    settings.put("subject", subject);
    settings.put("text", message.said().text());
    settings.put("id", message.uid() + "@outturn");
    settings.put("date", message.made().toString());
    return request("mail", settings);
  }

  private void address(Map<String, Object> settings, Target.Server server) {
    settings.put("host", server.host());
    settings.put("port", Integer.toString(server.port()));
    settings.put("tls", server.tls().name().toLowerCase(Locale.ROOT));
    server
        .login()
        .ifPresent(login -> {
          settings.put("user", login.user());
          settings.put("password", rendered(login.password()));
        });
  }

  Request webhook(Target.Webhook webhook, Message message) {
    var headers = new LinkedHashMap<String, Object>();
    webhook.headers().forEach((name, value) -> headers.put(name, rendered(value)));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", message.uid());
    body.put("made", message.made().toString());
    body.put("title", message.said().title());
    body.put("text", message.said().text());
    body.putAll(message.said().facts());
    return post(rendered(webhook.url()), headers, body, message);
  }

  Request slack(Target.Slack slack, Message message) {
    var text =
        "*%s*\n%s".formatted(escaped(message.said().title()), escaped(message.said().text()));
    return post(rendered(slack.url()), Map.of(), Map.of("text", text), message);
  }

  /// Slack takes these three for its own.
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// An adaptive card, as the webhooks of Teams' workflows take it.
  Request teams(Target.Teams teams, Message message) {
    var heading =
        Map.of(
            "type", "TextBlock", "weight", "Bolder", "wrap", true, "text", message.said().title());
    var lines =
        message
            .said()
            .text()
            .lines()
            .<Object>map(
                line -> Map.of("type", "TextBlock", "wrap", true, "spacing", "None", "text", line))
            .toList();
    var blocks = new ArrayList<Object>(List.of(heading));
    blocks.addAll(lines);
    var card = Map.of("type", "AdaptiveCard", "version", "1.4", "body", blocks);
    var attachment =
        Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card);
    var body = Map.<String, Object>of("type", "message", "attachments", List.of(attachment));
    return post(rendered(teams.url()), Map.of(), body, message);
  }

  private static Request post(
      String url, Map<String, Object> headers, Map<String, Object> body, Message message) {
    var all = new LinkedHashMap<>(headers);
    // Receivers drop what they have seen under the same key.
    all.put("Idempotency-Key", message.uid());
    return http("POST", url, all, Optional.of(body));
  }

  static Request http(
      String method, String url, Map<String, Object> headers, Optional<Map<String, Object>> body) {
    var settings = new HashMap<String, Object>();
    settings.put("method", method);
    settings.put("url", url);
    settings.put("headers", headers);
    body.ifPresent(json -> settings.put("body", json));
    return request("http", settings);
  }

  private static Request request(String type, Map<String, Object> settings) {
    return new Request(
        type,
        settings,
        Map.of(),
        Map.of(),
        new Request.Places(Path.of("."), Path.of(".")),
        SILENT,
        Optional.of(PATIENCE));
  }
}
