package outturn.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HistoryBenchTest {
  private static LiveServer server;

  @BeforeAll
  static void start() {
    server = LiveServer.start(Place.fresh());
  }

  @AfterAll
  static void stop() {
    server.close();
    server.place().remove();
  }

  @Test
  void aSimulatedHistoryIsListedFilteredAndPaged() {
    var filled =
        server.says("bench", "history", "--task-runs", "3000", "--days", "20", "--workflows", "12");
    assertThat(filled.err()).isEmpty();
    assertThat(filled.code()).isZero();
    assertThat(filled.out()).contains("done in");

    var listed = server.says("bench", "lists", "--requests", "2");
    assertThat(listed.err()).isEmpty();
    assertThat(listed.out()).contains("a page at any place", "project", "business date");

    var failed = server.says("runs", "--project", "bench-history-1", "--state", "failed");
    assertThat(failed.out()).contains("bench-history-w1", "failed").doesNotContain("succeeded");
    assertThat(server.says("runs", "--project", "bench-history-9").out()).contains("no runs");
  }

  @Test
  void aListsBenchWithoutRunsSaysHowToMakeSome() {
    assertThat(LiveServer.shared().says("bench", "lists").err()).contains("outturn bench history");
  }
}
