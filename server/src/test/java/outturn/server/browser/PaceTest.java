package outturn.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.server.proof.LiveServer;
import outturn.server.proof.Place;

/// Opens every page of the web application on a server with a history, and prints how long each
/// takes, what its calls take, and what moves while it loads. `-Doutturn.proof=full` makes 100,000
/// runs of 5,000 workflows and a run of 10,000 tasks.
final class PaceTest {
  private static final Path ROOT = Path.of(System.getProperty("outturn.root"));
  private static final Size SIZE =
      System.getProperty("outturn.proof", "").equals("full")
          ? new Size(400_000, 5_000, 100, 5, 15)
          : new Size(2_000, 50, 10, 1, 1);

  /// @param layers of the large run, each of a hundred tasks
  private record Size(int taskRuns, int workflows, int layers, int visits, int calls) {}

  @Test
  void everyPageIsSmallAndStaysWhereItIs() throws IOException, InterruptedException {
    var place = Place.fresh();
    try (var server = LiveServer.start(place)) {
      good(server, "apply", ROOT.resolve("examples").resolve("month-end").toString());
      good(
          server,
          "bench",
          "history",
          "--task-runs",
          Integer.toString(SIZE.taskRuns),
          "--workflows",
          Integer.toString(SIZE.workflows));
      server.api().apply("pace", layers(SIZE.layers));
      var large = server.api().start("large");
      server.api().ended(large);
      open(server, large);
    } finally {
      place.remove();
    }
  }

  private static void good(LiveServer server, String... command) {
    var said = server.says(command);
    assertThat(said.code()).as(said.toString()).isZero();
  }

  /// Layers of a hundred tasks, each of which needs three of the layer before.
  private static String layers(int layers) {
    var text = new StringBuilder("kind: workflow\nname: large\ntasks:\n");
    for (int layer = 0; layer < layers; layer++) {
      for (int task = 0; task < 100; task++) {
        text.append("  l%d-t%d: {".formatted(layer, task));
        if (layer > 0) {
          text.append(
              "needs: [l%1$d-t%2$d, l%1$d-t%3$d, l%1$d-t%4$d]"
                  .formatted(layer - 1, task, (task + 7) % 100, (task + 31) % 100));
        }
        text.append("}\n");
      }
    }
    return text.toString();
  }

  private static void open(LiveServer server, String large)
      throws IOException, InterruptedException {
    var command =
        new ProcessBuilder(
                "node", "node_modules/vitest/vitest.mjs", "run", "--config", "pace.config.ts")
            .directory(ROOT.resolve("web").toFile())
            .redirectErrorStream(true);
    command
        .environment()
        .putAll(
            Map.of(
                "OUTTURN_URL", server.api().url(),
                "OUTTURN_TOKEN", server.api().token(),
                "OUTTURN_LARGE_RUN", large,
                "OUTTURN_VISITS", Integer.toString(SIZE.visits),
                "OUTTURN_CALLS", Integer.toString(SIZE.calls),
                "NO_COLOR", "1"));
    var pages = command.start();
    pages.getOutputStream().close();
    var said = new String(pages.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.println(said);
    assertThat(pages.waitFor()).as(said).isZero();
  }
}
