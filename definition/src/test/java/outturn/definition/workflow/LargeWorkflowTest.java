package outturn.definition.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;
import outturn.definition.text.Problem;

/// A workflow of ten thousand tasks, each of which knows what two others wrote. How long it takes
/// to read is printed: it should grow as the tasks do, and not as their square.
class LargeWorkflowTest {
  private static final int LAYERS = 100;
  private static final int WIDE = 100;

  @Test
  void tenThousandTasksThatNeedEachOtherAreRead() {
    var files = files();
    var before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    var reading = ProjectReader.read(files);

    var millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
    System.out.printf("10,000 tasks are read in %.0f ms of CPU%n", millis);
    assertThat(reading.problems()).map(Problem::message).isEmpty();
    var graph = reading.project().orElseThrow().workflows().find("large").orElseThrow().graph();
    // And one that comes after all of them.
    assertThat(graph.size()).isEqualTo(LAYERS * WIDE + 1);
    assertThat(graph.task(LAYERS * WIDE).needs()).hasSize(LAYERS * WIDE - WIDE + 1);
  }

  private static ProjectFiles files() {
    var text = new StringBuilder("kind: workflow\nname: large\ntasks:\n");
    for (int layer = 0; layer < LAYERS; layer++) {
      for (int place = 0; place < WIDE; place++) {
        text.append("  t%d-%d: {shell: x, outputs: {n: int}".formatted(layer, place));
        if (layer > 0) text.append(needs(layer - 1, place, (place + 7) % WIDE));
        text.append("}\n");
      }
    }
    text.append("  last: {needs: [t0-0");
    for (int layer = 1; layer < LAYERS; layer++) {
      for (int place = 0; place < WIDE; place++) text.append(", t%d-%d".formatted(layer, place));
    }
    text.append("]}\n");
    return new ProjectFiles(
        Map.of(
            ProjectReader.MAIN_FILE,
            "kind: project\nname: p\n".getBytes(UTF_8),
            "large.yaml",
            text.toString().getBytes(UTF_8)));
  }

  private static String needs(int layer, int one, int other) {
    return ", needs: [t%1$d-%2$d, t%1$d-%3$d], env: {N: \"${tasks.t%1$d_%2$d.outputs.n}\", M: \"${tasks.t%1$d_%3$d.outputs.n}\"}"
        .formatted(layer, one, other);
  }
}
