package outturn.tasks.graph;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import outturn.spi.Log;
import outturn.spi.Request;
import outturn.spi.TaskType.Result;
import outturn.tasks.http.Body;
import outturn.tasks.output.Json;
import outturn.tasks.setting.Settings;

/// Asks the Microsoft Graph API for usage reports of Microsoft 365.
///
/// A report is answered by a redirect to an address that holds the right to read it for some
/// minutes: the token is never sent there, and the log does not show it.
public final class UsageReports implements AutoCloseable {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MOST_REDIRECTS = 5;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int SHOWN = 300;

  private final Wire wire;
  private final SignIn signIn;

  /// What is waited for and read at most.
  ///
  /// @param connect until a connection stands
  /// @param answer until an answer begins
  /// @param patience in all, when the service asks to come again later
  /// @param bytes of a report
  public record Limits(Duration connect, Duration answer, Duration patience, int bytes) {
    /// A report has a line for each user; of a hundred thousand it has some 20 MB.
    public static final Limits USUAL =
        new Limits(Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofMinutes(5), 64 << 20);
  }

  /// Lets time pass.
  @FunctionalInterface
  public interface Pause {
    void pause(Duration length) throws InterruptedException;
  }

  public UsageReports(Limits limits, Pause pause) {
    this.wire = new Wire(limits, pause);
    this.signIn = new SignIn(wire);
  }

  /// Asks for each of the setting `calls`, such as `getEmailActivityCounts(period='D7')`, signed in
  /// with `tenant`, `client` and `secret` at `login` for `service`.
  ///
  /// @param report gets `call` and `text`, which is CSV, for each in order
  /// @return done without outputs, or why it failed
  public Result ask(Request request, Consumer<Object> report) throws InterruptedException {
    var settings = new Settings(request.settings());
    var calls = settings.list("calls");
    if (calls.isEmpty()) return new Result.Done(Map.of());
    try {
      var token = signIn.token(settings, request.log());
      for (var call : calls) {
        var text = read(settings.text("service"), call.toString(), token, request.log());
        report.accept(Map.of("call", call.toString(), "text", text));
      }
      return new Result.Done(Map.of());
    } catch (Refused refused) {
      return refused.failed();
    }
  }

  private String read(String service, String call, String token, Log log)
      throws Refused, InterruptedException {
    var address = URI.create(service + "/v1.0/reports/" + call);
    var asked = wire.to(address).header("Authorization", "Bearer " + token).build();
    var answer = wire.send(asked, call, log);
    for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
      if (!REDIRECTS.contains(answer.statusCode())) break;
      address = redirected(address, answer, call);
      answer = wire.send(wire.to(address).build(), call + ", its file", log);
    }
    if (Wire.isOk(answer)) return answer.body().text();
    throw new Refused(Result.Kind.ANSWER, call + ": " + meaning(answer));
  }

  /// Where the file is, on whatever host; but what was safe stays so.
  private static URI redirected(URI from, HttpResponse<Body> answer, String call) throws Refused {
    var location = answer.headers().firstValue("Location").orElse("");
    try {
      var to = from.resolve(location);
      boolean isSafe =
          "https".equalsIgnoreCase(to.getScheme())
              || ("http".equalsIgnoreCase(to.getScheme())
                  && "http".equalsIgnoreCase(from.getScheme()));
      if (!location.isEmpty() && to.getHost() != null && isSafe) return to;
    } catch (IllegalArgumentException _) {
      // Not an address: told below.
    }
    throw new Refused(
        Result.Kind.ANSWER,
        "%s: status %d without an https address of the file".formatted(call, answer.statusCode()));
  }

  private static String meaning(HttpResponse<Body> answer) {
    var status = answer.statusCode();
    return switch (status) {
          case UNAUTHORIZED ->
              "status 401, the token is not accepted; is `service` the Graph API of this tenant's cloud?";
          case FORBIDDEN ->
              "status 403, a permission is missing; grant the application the permission Reports.Read.All of Microsoft Graph, of type Application, with the consent of an administrator";
          case NOT_FOUND -> "status 404, this tenant's Graph API has no such report";
          default -> "status %d; expected a redirect to a file".formatted(status);
        }
        + told(answer);
  }

  /// `{"error": {"code": …, "message": …}}`
  private static String told(HttpResponse<Body> answer) {
    if (Json.read(answer.body().text()).orElse("") instanceof Map<?, ?> fields
        && fields.get("error") instanceof Map<?, ?> error) {
      return "\n%s: %s".formatted(error.get("code"), error.get("message"));
    }
    var text = answer.body().text().strip();
    if (text.isEmpty()) return "";
    return "\n" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
  }

  @Override
  public void close() {
    wire.close();
  }
}
