package outturn.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrowdTest {
  private static final Api API = LiveServer.shared().api();
  private static final int BACKLOG = 100;

  @Test
  void aWorkflowWhoseTasksHangHoldsUpNobodyElse() throws IOException {
    var loopback = InetAddress.getLoopbackAddress();
    var answers = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    answers.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    answers.start();
    List<String> hanging;
    // The kernel takes connections for it, and nobody ever reads from them.
    try (var silent = new ServerSocket(0, BACKLOG, loopback)) {
      API.apply("crowd", project(silent.getLocalPort(), answers.getAddress().getPort()));
      var wish = Map.of("workflow", "ask-who-never-answers");
      hanging =
          API.post("/runs", Map.of("runs", Collections.nCopies(60, wish)))
              .good()
              .path("runs")
              .findValuesAsString("id");

      assertThat(hanging).hasSize(60);
      assertThat(API.ended(API.start("ask-who-answers")).path("state").asString())
          .isEqualTo("succeeded");
      assertThat(hanging).noneMatch(run -> Api.hasEnded(API.run(run)));
      assertThat(hanging)
          .anySatisfy(run ->
              assertThat(API.get("/runs/%s/why".formatted(run)).body())
                  .contains("one workflow gets three quarters"));
    } finally {
      answers.stop(0);
    }
    assertThat(hanging)
        .allSatisfy(run -> assertThat(API.ended(run).path("state").asString()).isEqualTo("failed"));
  }

  private static String project(int silentPort, int answeringPort) {
    return """
    kind: workflow
    name: ask-who-never-answers
    tasks: {ask: {http: {url: "http://127.0.0.1:%d/"}}}
    ---
    kind: workflow
    name: ask-who-answers
    tasks: {ask: {http: {url: "http://127.0.0.1:%d/"}}}
    """
        .formatted(silentPort, answeringPort);
  }
}
