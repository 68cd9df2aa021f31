package outturn.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import outturn.runtime.event.FolderView.Found;
import outturn.store.identity.Role;
import tools.jackson.databind.JsonNode;

/// Files that triggers wait for, in a folder of the test's own making.
class FilesTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client OPERATOR = SERVER.client(Role.OPERATOR);
  private static final Instant TIME = Instant.parse("2026-03-02T08:00:00Z");

  private final List<Found> folder = new ArrayList<>();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static void apply(String name, String file) {
    var workflow =
        """
        kind: workflow
        name: %s
        inputs: {file: {}, size: {type: int}}
        triggers:
          - name: arrived
            file: %s
            inputs: {file: "${trigger.path}", size: "${trigger.size}"}
        tasks: {take: {}}
        """
            .formatted(name, file);
    var project = "kind: project\nname: %s\n".formatted(name);
    SERVER.apply(name, Map.of("outturn.yaml", encoded(project), "work.yaml", encoded(workflow)));
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static List<String> texts(JsonNode items, String name) {
    return IntStream.range(0, items.size())
        .mapToObj(place -> items.path(place).path(name).asString())
        .toList();
  }

  private static JsonNode events(String workflow) {
    return OPERATOR.get("/api/v1/events?workflow=" + workflow).json().path("items");
  }

  @Test
  void eachVersionOfAFileStartsOneRun() {
    apply("orders", "{path: /in/orders-*.csv, stable: 0s}");
    var watch = SERVER.files(_ -> List.copyOf(folder));
    folder.add(new Found("orders-2026-02-01.csv", 1, TIME));
    watch.step();
    folder.add(new Found("orders-2026-02-02.csv", 5, TIME));
    folder.add(new Found("other.csv", 5, TIME));
    for (int look = 0; look < 3; look++) watch.step();
    SERVER.files(_ -> List.copyOf(folder)).step();
    assertThat(awaited("orders", 1)).containsExactly("2026-02-02");

    folder.set(1, new Found("orders-2026-02-02.csv", 6, TIME.plusSeconds(9)));
    for (int look = 0; look < 3; look++) watch.step();
    assertThat(awaited("orders", 2)).containsExactly("2026-02-02", "2026-02-02");
    assertThat(texts(events("orders"), "state"))
        .containsExactlyInAnyOrder("ignored", "started", "started");
    assertThat(events("orders").path(0).path("values").path("path").asString())
        .isEqualTo("/in/orders-2026-02-02.csv");
  }

  @Test
  void filesThatAreThereAtFirstCanStartRunsToo() {
    apply("prices", "{path: /in/prices-*.csv, stable: 0s, existing: start}");
    folder.add(new Found("prices-2026-02-01.csv", 1, TIME));
    SERVER.files(_ -> List.copyOf(folder)).step();

    assertThat(awaited("prices", 1)).containsExactly("2026-02-01");
  }

  @Test
  void aFileThatIsStillWrittenIsNotTaken() {
    apply("slowly", "{path: /in/slowly-*.csv, stable: 1h, existing: start}");
    var watch = SERVER.files(_ -> List.copyOf(folder));
    for (int size = 0; size < 3; size++) {
      folder.clear();
      folder.add(new Found("slowly-2026-02-01.csv", size, TIME));
      watch.step();
    }

    assertThat(texts(events("slowly"), "state")).isEmpty();
  }

  /// The business dates of so many runs.
  private static List<String> awaited(String workflow, int count) {
    for (int look = 0; look < 500; look++) {
      var runs = OPERATOR.get("/api/v1/runs?workflow=" + workflow).json().path("items");
      if (runs.size() >= count) return texts(runs, "businessDate");
      Client.pause();
    }
    throw new AssertionError("fewer than %d runs of %s".formatted(count, workflow));
  }
}
