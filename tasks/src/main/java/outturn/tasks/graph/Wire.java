package outturn.tasks.graph;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import outturn.spi.Log;
import outturn.spi.TaskType.Result;
import outturn.tasks.http.Body;

/// Sends requests, follows no redirect by itself, and waits as long as a throttling service asks it
/// to, within limits.
final class Wire implements AutoCloseable {
  /// Too many requests, and a service that is not available: both may say when to come again.
  private static final Set<Integer> COME_AGAIN = Set.of(429, 503, 504);

  private static final int OK = 200;
  private static final Duration WITHOUT_WORD = Duration.ofSeconds(10);

  private final UsageReports.Limits limits;
  private final UsageReports.Pause pause;
  private final HttpClient client;

  Wire(UsageReports.Limits limits, UsageReports.Pause pause) {
    this.limits = limits;
    this.pause = pause;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(limits.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /// A request, but for its headers: they are for this one host.
  HttpRequest.Builder to(URI address) {
    return HttpRequest.newBuilder(address).timeout(limits.answer());
  }

  /// An answer that is whole and asks for no patience.
  ///
  /// @param shown what messages and the log call the request: addresses of reports hold the right
  ///   to read them
  HttpResponse<Body> send(HttpRequest request, String shown, Log log)
      throws Refused, InterruptedException {
    var waited = Duration.ZERO;
    while (true) {
      var answer = once(request, shown);
      log.line(
          Log.Stream.NOTE,
          "%s: %d, %d bytes".formatted(shown, answer.statusCode(), answer.body().length()));
      if (!COME_AGAIN.contains(answer.statusCode())) return whole(answer, shown);
      var wait = wait(answer, waited, shown);
      log.line(Log.Stream.NOTE, "%s: waiting %d s, as asked".formatted(shown, wait.toSeconds()));
      pause.pause(wait);
      waited = waited.plus(wait);
    }
  }

  private HttpResponse<Body> once(HttpRequest request, String shown)
      throws Refused, InterruptedException {
    try {
      return client.send(request, Body.upTo(limits.bytes()));
    } catch (IOException failure) {
      var why = failure.getMessage() == null ? "no connection" : failure.getMessage();
      throw new Refused(
          Result.Kind.CONNECTION,
          "%s: %s (%s)".formatted(shown, why, failure.getClass().getSimpleName()));
    }
  }

  private HttpResponse<Body> whole(HttpResponse<Body> answer, String shown) throws Refused {
    return switch (answer.body().size()) {
      case WHOLE -> answer;
      case CUT ->
          throw new Refused(
              Result.Kind.ANSWER,
              "%s: the answer is larger than %,d bytes".formatted(shown, limits.bytes()));
    };
  }

  private Duration wait(HttpResponse<Body> answer, Duration waited, String shown) throws Refused {
    var wait =
        answer
            .headers()
            .firstValue("Retry-After")
            .filter(text -> text.matches("[0-9]{1,6}"))
            .map(text -> Duration.ofSeconds(Math.max(1, Long.parseLong(text))))
            .orElse(WITHOUT_WORD);
    if (waited.plus(wait).compareTo(limits.patience()) <= 0) return wait;
    throw new Refused(
        Result.Kind.ANSWER,
        "%s: status %d; Microsoft asks to wait %d s, and %d s is the most that a collection waits; it is tried again later"
            .formatted(
                shown, answer.statusCode(), wait.toSeconds(), limits.patience().toSeconds()));
  }

  static boolean isOk(HttpResponse<Body> answer) {
    return answer.statusCode() == OK;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
