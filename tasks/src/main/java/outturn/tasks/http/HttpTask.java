package outturn.tasks.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outturn.spi.Log;
import outturn.spi.Request;
import outturn.spi.TaskType;
import outturn.tasks.output.Json;
import outturn.tasks.output.Outputs;
import outturn.tasks.output.Written;
import outturn.tasks.setting.Settings;

/// Calls a web service once.
///
/// Settings: `method` (GET), `url`, `headers`, `body` (text, or a value that is sent as JSON) and
/// `expect`, the status codes that mean success (200 to 299). Outputs: `status`, the code, and the
/// top-level fields of an answer that is a JSON object; only promised ones are taken.
///
/// A redirect is followed to the same host and port, or from http to https there; a redirect to
/// anywhere else fails, since headers may hold secrets and addresses may be restricted.
public final class HttpTask implements TaskType, AutoCloseable {

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MOST_REDIRECTS = 5;
  private static final int SHOWN = 500;

  /// The caller's interrupt at the attempt's timeout must come first.
  private static final Duration AFTER_TIMEOUT = Duration.ofSeconds(5);

  private final Limits limits;
  private final HttpClient client;

  /// What is waited for and read at most.
  ///
  /// @param connect until the connection stands
  /// @param answer until the answer begins, for attempts without a timeout
  /// @param bytes of the answer's body
  public record Limits(Duration connect, Duration answer, int bytes) {
    public static final Limits USUAL =
        new Limits(Duration.ofSeconds(10), Duration.ofMinutes(30), 1024 * 1024);
  }

  public HttpTask(Limits limits) {
    this.limits = limits;
    this.client =
        HttpClient.newBuilder()
            // Without TLS, HTTP/2 begins with an upgrade that some servers choke on.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(limits.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public String name() {
    return "http";
  }

  @Override
  public Result run(Request request) throws InterruptedException {
    var call = Call.of(new Settings(request.settings()));
    var within = request.timeout().map(AFTER_TIMEOUT::plus).orElse(limits.answer());
    for (var redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpResponse<Body> answer;
      try {
        answer = client.send(call.request(within), Body.upTo(limits.bytes()));
      } catch (IOException e) {
        return failed(Result.Kind.CONNECTION, call, reason(e));
      }
      note(call, answer, request.log());
      var redirect = redirect(call, answer);
      if (redirect.isEmpty()) return judge(call, answer, request);
      if (!call.mayFollow(redirect.get())) {
        return failed(
            Result.Kind.ANSWER,
            call,
            "it redirects to %s, another host, which is not followed; if that is meant, write its address"
                .formatted(Call.shown(redirect.get())));
      }
      call = call.redirected(answer.statusCode(), redirect.get());
    }
    return failed(Result.Kind.ANSWER, call, "more than %d redirects".formatted(MOST_REDIRECTS));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private Result judge(Call call, HttpResponse<Body> answer, Request request) {
    var status = answer.statusCode();
    var body = answer.body();
    if (!call.expects(status)) {
      return failed(
          Result.Kind.ANSWER,
          call,
          "status %d; expected %s%s".formatted(status, call.expected(), start(body)));
    }
    return switch (body.size()) {
      case CUT ->
          failed(
              Result.Kind.ANSWER,
              call,
              "the answer is larger than %d bytes".formatted(limits.bytes()));
      case WHOLE -> Outputs.keep(outputs(status, body, request.promised()), request);
    };
  }

  /// Fields that were not promised are no outputs: an answer may hold many.
  private static Map<String, Written> outputs(int status, Body body, Map<String, String> promised) {
    var outputs = new LinkedHashMap<String, Written>();
    if (promised.isEmpty()) return outputs;
    if (Json.read(body.text()).orElse("") instanceof Map<?, ?> fields) {
      for (var name : promised.keySet()) {
        var value = fields.get(name);
        if (value != null) outputs.put(name, new Written.Value(value));
      }
    }
    if (promised.containsKey("status")) outputs.put("status", new Written.Value((long) status));
    return outputs;
  }

  private static Optional<URI> redirect(Call call, HttpResponse<Body> answer) {
    if (!REDIRECTS.contains(answer.statusCode())
        || call.expect().contains((long) answer.statusCode())) {
      return Optional.empty();
    }
    try {
      return answer.headers().firstValue("Location").map(to -> call.address().resolve(to));
    } catch (IllegalArgumentException _) {
      // Not an address; the status is judged as it is.
      return Optional.empty();
    }
  }

  private static void note(Call call, HttpResponse<Body> answer, Log log) {
    log.line(
        Log.Stream.NOTE,
        "%s %s: %d, %d bytes"
            .formatted(
                call.method(),
                Call.shown(call.address()),
                answer.statusCode(),
                answer.body().length()));
  }

  private static String start(Body body) {
    var text = body.text().strip();
    if (text.isEmpty()) return ", with an empty body";
    return ":\n" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
  }

  private static String reason(IOException e) {
    var message = e.getMessage();
    var name = e.getClass().getSimpleName();
    return message == null ? "no connection (%s)".formatted(name) : message + " (" + name + ")";
  }

  private static Result failed(Result.Kind kind, Call call, String problem) {
    return Result.Failed.of(
        kind, "%s %s: %s".formatted(call.method(), Call.shown(call.address()), problem));
  }
}
