package outturn.tasks.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import outturn.spi.Log.Stream;
import outturn.spi.TaskType.Result.Done;
import outturn.spi.TaskType.Result.Failed;
import outturn.spi.TaskType.Result.Kind;
import outturn.tasks.Attempt;

@Timeout(60)
class HttpTaskTest {

  private static final HttpTask.Limits LIMITS =
      new HttpTask.Limits(
          Duration.ofSeconds(2), Duration.ofSeconds(20), 10_000, LoopbackServer.REACH);

  @TempDir Path folder;
  private final HttpTask task = new HttpTask(LIMITS);
  private final LoopbackServer server = new LoopbackServer();

  @AfterEach
  void stopServer() {
    task.close();
    server.close();
  }

  @Test
  void aValueIsSentAsJsonAndPromisedFieldsComeBack() throws Exception {
    server.serve(
        "/orders",
        exchange -> {
          var echo =
              "{\"method\": \"%s\", \"type\": \"%s\", \"key\": \"%s\", \"id\": 7, \"sent\": %s}"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestHeaders().getFirst("Content-Type"),
                      exchange.getRequestHeaders().getFirst("X-Key"),
                      new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          answer(exchange, 201, echo);
        });
    var attempt =
        attempt(
            Map.of(
                "method", "post",
                "url", url("/orders?token=hidden"),
                "headers", Map.of("X-Key", "k1"),
                "body", Map.of("day", "2026-03-29")),
            Map.of(
                "status", "int", "id", "int", "method", "string", "type", "string", "key", "string",
                "sent", "map"));

    Map<String, Object> strings = Map.of("method", "POST", "type", "application/json", "key", "k1");
    var outputs = new HashMap<>(strings);
    outputs.putAll(Map.of("status", 201L, "id", 7L, "sent", Map.of("day", "2026-03-29")));
    assertThat(attempt.run(task)).isEqualTo(new Done(outputs));
    assertThat(attempt.log.text(Stream.NOTE)).contains("/orders: 201").doesNotContain("hidden");
  }

  @Test
  void aTextIsSentAsItIs() throws Exception {
    server.serve(
        "/",
        exchange ->
            answer(
                exchange,
                200,
                "{\"sent\": \"%s\", \"type\": \"%s\"}"
                    .formatted(
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                        exchange.getRequestHeaders().getFirst("Content-Type"))));
    var attempt =
        attempt(
            Map.of(
                "method",
                "PUT",
                "url",
                url("/"),
                "headers",
                Map.of("content-type", "text/csv"),
                "body",
                "a;b"),
            Map.of("sent", "string", "type", "string"));

    assertThat(attempt.run(task)).isEqualTo(new Done(Map.of("sent", "a;b", "type", "text/csv")));
  }

  @Test
  void anUnexpectedStatusFailsWithTheStartOfTheBody() throws Exception {
    server.serve("/", exchange -> answer(exchange, 503, "closed until " + "x".repeat(9000)));

    assertFailure(
        attempt(Map.of("url", url("/a"))),
        Kind.ANSWER,
        "GET %s: status 503; expected 200 to 299:\nclosed until xxx".formatted(url("/a")));
    assertThat(attempt(Map.of("url", url("/"), "expect", List.of(200L, 503L))).run(task))
        .isEqualTo(new Done(Map.of()));
  }

  @Test
  void aPromisedFieldThatIsMissingFails() throws Exception {
    server.serve("/", exchange -> answer(exchange, 200, "<p>no JSON</p>"));

    assertFailure(
        attempt(Map.of("url", url("/")), Map.of("id", "int")),
        Kind.OUTPUT,
        "output 'id' was promised, but not given");
  }

  @Test
  void aLargeAnswerIsRefused() throws Exception {
    server.serve("/full", exchange -> answer(exchange, 200, "x".repeat(10_000)));
    server.serve("/over", exchange -> answer(exchange, 200, "x".repeat(10_001)));

    assertThat(attempt(Map.of("url", url("/full"))).run(task)).isInstanceOf(Done.class);
    assertFailure(attempt(Map.of("url", url("/over"))), Kind.ANSWER, "larger than 10000 bytes");
  }

  @Test
  void aRedirectIsFollowedOnTheSameHostOnly() throws Exception {
    server.serve("/see-other", redirect(303, "/target"));
    server.serve("/temporary", redirect(307, "/target"));
    server.serve("/away", redirect(302, "http://elsewhere.invalid/target"));
    server.serve("/nowhere", redirect(302, "http://no such address"));
    server.serve("/round", redirect(302, "/round"));
    server.serve(
        "/target",
        exchange ->
            answer(exchange, 200, "{\"method\": \"%s\"}".formatted(exchange.getRequestMethod())));
    var promised = Map.of("method", "string");

    assertThat(attempt(post("/see-other"), promised).run(task))
        .isEqualTo(new Done(Map.of("method", "GET")));
    assertThat(attempt(post("/temporary"), promised).run(task))
        .isEqualTo(new Done(Map.of("method", "POST")));
    assertFailure(
        attempt(post("/away")),
        Kind.ANSWER,
        "it redirects to http://elsewhere.invalid/target, another host");
    assertFailure(attempt(post("/nowhere")), Kind.ANSWER, "status 302; expected 200 to 299");
    assertFailure(attempt(post("/round")), Kind.ANSWER, "more than 5 redirects");
  }

  @Test
  void whatCannotBeReachedIsAConnectionFailure() throws Exception {
    var port = server.port();
    server.stop();

    assertFailure(
        attempt(Map.of("url", "http://127.0.0.1:%d/".formatted(port))),
        Kind.CONNECTION,
        "(ConnectException)");
  }

  @Test
  void aConnectionThatBreaksIsAConnectionFailure() throws Exception {
    server.serve("/", HttpExchange::close);

    assertFailure(attempt(Map.of("url", url("/"))), Kind.CONNECTION, "GET " + url("/"));
  }

  @Test
  void anInterruptCancels() throws Exception {
    var asked = new CountDownLatch(1);
    server.serve(
        "/",
        exchange -> {
          asked.countDown();
          sleepLong();
          exchange.close();
        });

    attempt(Map.of("url", url("/"))).runAndInterrupt(task, asked);
  }

  @Test
  void anAddressMustBeOne() {
    for (var url : List.of("file:///etc/passwd", "example.org", "http:///x")) {
      assertThatThrownBy(() -> attempt(Map.of("url", url)).run(task))
          .as(url)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("https://host/path");
    }
    assertThatThrownBy(() -> attempt(Map.of()).run(task))
        .hasMessage("setting 'url' is missing; expected text");
  }

  private void assertFailure(Attempt attempt, Kind kind, String message) throws Exception {
    assertThat(attempt.run(task))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.message()).contains(message).hasSizeLessThan(700);
              assertThat(failed.kind()).isEqualTo(kind);
            });
  }

  private Map<String, Object> post(String path) {
    return Map.of("method", "POST", "url", url(path), "body", "x");
  }

  private Attempt attempt(Map<String, Object> settings) {
    return attempt(settings, Map.of());
  }

  private Attempt attempt(Map<String, Object> settings, Map<String, String> promised) {
    return new Attempt(folder, "http", settings, promised);
  }

  private String url(String path) {
    return "http://127.0.0.1:%d%s".formatted(server.port(), path);
  }

  private static HttpHandler redirect(int status, String location) {
    return exchange -> {
      exchange.getResponseHeaders().add("Location", location);
      answer(exchange, status, "moved");
    };
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void sleepLong() {
    try {
      Thread.sleep(Duration.ofSeconds(30));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
