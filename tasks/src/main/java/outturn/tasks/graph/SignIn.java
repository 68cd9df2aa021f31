package outturn.tasks.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import outturn.spi.Log;
import outturn.spi.TaskType.Result;
import outturn.tasks.http.Body;
import outturn.tasks.output.Json;
import outturn.tasks.setting.Settings;

/// Gets a token for an application by its secret: OAuth 2.0 client credentials (RFC 6749, 4.4), as
/// the Microsoft identity platform v2.0 has them.
final class SignIn {
  private final Wire wire;

  SignIn(Wire wire) {
    this.wire = wire;
  }

  /// @param settings `login`, `service`, `tenant`, `client` and `secret`
  String token(Settings settings, Log log) throws Refused, InterruptedException {
    var form =
        Map.of(
            "client_id",
            settings.text("client"),
            "client_secret",
            settings.text("secret"),
            "scope",
            settings.text("service") + "/.default",
            "grant_type",
            "client_credentials");
    var path = "/%s/oauth2/v2.0/token".formatted(encoded(settings.text("tenant")));
    var request =
        wire.to(URI.create(settings.text("login") + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form)))
            .build();
    var answer = wire.send(request, "sign in", log);
    var fields = Json.read(answer.body().text()).orElse("");
    if (Wire.isOk(answer)
        && fields instanceof Map<?, ?> found
        && found.get("access_token") instanceof String token) {
      return token;
    }
    throw refused(answer, fields, settings);
  }

  private static Refused refused(HttpResponse<Body> answer, Object fields, Settings settings) {
    var told =
        fields instanceof Map<?, ?> found && found.get("error_description") instanceof String text
            ? text.lines().findFirst().orElse("")
            : "";
    return new Refused(
        Result.Kind.ANSWER,
        "sign in to tenant '%s' as application '%s': %s%s"
            .formatted(
                settings.text("tenant"),
                settings.text("client"),
                meaning(told, answer.statusCode()),
                told.isEmpty() ? "" : "\n" + told));
  }

  /// What to do about it, by the codes of the identity platform's errors that an application with a
  /// secret meets.
  private static String meaning(String told, int status) {
    var code = told.split(":", 2)[0];
    return switch (code) {
      case "AADSTS7000222" ->
          "its secret has expired; make a new one under Certificates & secrets of the app registration, and store it with: outturn secret set NAME";
      case "AADSTS7000215" ->
          "the secret is not right; store the secret's value, not its id, with: outturn secret set NAME";
      case "AADSTS700016" -> "there is no such application in this tenant; look at `client`";
      case "AADSTS90002", "AADSTS900023" -> "there is no such tenant; look at `tenant`";
      default -> "status %d; expected a token".formatted(status);
    };
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
