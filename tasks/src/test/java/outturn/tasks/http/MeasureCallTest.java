package outturn.tasks.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import outturn.spi.Request;
import outturn.spi.TaskType.Result;
import outturn.spi.TaskType.Result.Done;
import outturn.spi.TaskType.Result.Failed;
import outturn.spi.TaskType.Result.Kind;
import outturn.tasks.Attempt;

@Timeout(60)
class MeasureCallTest {
  private static final HttpTask.Limits LIMITS =
      new HttpTask.Limits(
          Duration.ofSeconds(2), Duration.ofSeconds(30), 1_000, LoopbackServer.REACH);

  @TempDir Path folder;
  private final MeasureCall call = new MeasureCall(LIMITS);
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<String> asked = new ArrayList<>();
  private final List<Object> answers = new ArrayList<>();
  private final LoopbackServer server = new LoopbackServer();

  @AfterEach
  void stopServer() {
    end.countDown();
    call.close();
    server.close();
  }

  private void serve(int status, String body, String... headers) {
    server.serve(
        "/figures",
        exchange -> {
          asked.add(exchange.getRequestURI().getRawQuery());
          asked.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
          }
          var bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private Result ask(String query) throws InterruptedException {
    return ask(call, query);
  }

  private Result ask(MeasureCall call, String query) throws InterruptedException {
    var url = "http://localhost:%d/figures%s".formatted(server.port(), query);
    var settings =
        Map.<String, Object>of(
            "measure",
            "m",
            "url",
            url,
            "headers",
            Map.of("Authorization", "Bearer token"),
            "params",
            Map.of("from", "2026-01-05", "to", "2026-02-01"));
    var made = new Attempt(folder, "collect", settings, Map.of()).request;
    // A collection has no timeout of its own: the limit for an answer counts.
    var endless =
        new Request(
            "http", settings, Map.of(), Map.of(), made.places(), made.log(), Optional.empty());
    return call.ask(endless, answers::add);
  }

  private void fails(Kind kind, String why) throws InterruptedException {
    fails(call, kind, why);
  }

  private void fails(MeasureCall call, Kind kind, String why) throws InterruptedException {
    assertThat(ask(call, ""))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(kind);
              assertThat(failed.message()).contains(why).contains("/figures");
            });
    assertThat(answers).isEmpty();
  }

  @Test
  void theAddressGetsTheDaysAndTheAnswerIsHandedOn() throws Exception {
    serve(200, "{\"a\": [1, 2.5]}");

    assertThat(ask("?depot=north")).isEqualTo(new Done(Map.of()));
    assertThat(answers).isEqualTo(List.of(Map.of("a", List.of(1L, 2.5))));
    assertThat(asked).containsExactly("depot=north&from=2026-01-05&to=2026-02-01", "Bearer token");
  }

  @Test
  void whatIsNotJsonFails() throws Exception {
    serve(200, "<html>sign in</html>");
    fails(Kind.ANSWER, "the answer is not JSON:\n<html>sign in");
  }

  @Test
  void anErrorOfTheServiceFailsWithWhatItSays() throws Exception {
    serve(500, "out of order");
    fails(Kind.ANSWER, "status 500; expected 200 to 299:\nout of order");
  }

  @Test
  void anAnswerThatIsTooLargeFails() throws Exception {
    serve(200, "[\"" + "x".repeat(1_000) + "\"]");
    fails(Kind.ANSWER, "the answer is larger than 1000 bytes");
  }

  @Test
  void aRedirectToAnotherHostIsNotFollowed() throws Exception {
    serve(302, "", "Location", "http://127.0.0.1:1/elsewhere");
    fails(Kind.ANSWER, "it redirects to http://127.0.0.1:1/elsewhere, another host");
  }

  @Test
  void aServiceThatDoesNotAnswerFails() throws Exception {
    server.serve(
        "/figures",
        exchange -> {
          try {
            end.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    var hasty =
        new HttpTask.Limits(
            Duration.ofSeconds(2), Duration.ofMillis(100), 1_000, LoopbackServer.REACH);
    try (var impatient = new MeasureCall(hasty)) {
      fails(impatient, Kind.CONNECTION, "timed out");
    }
  }

  @Test
  void aServiceThatIsNotThereFails() throws Exception {
    server.stop();
    fails(Kind.CONNECTION, "ConnectException");
  }
}
