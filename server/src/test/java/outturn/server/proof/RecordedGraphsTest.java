package outturn.server.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Graphs that others recorded of their workflows, which may be read but not copied
/// (`../shared/data/runs`), run with tasks that do nothing.
class RecordedGraphsTest {
  private static final Path DATA =
      Path.of(System.getProperty("outturn.root")).resolveSibling("shared/data/runs");
  private static final String PROJECT = "recorded";
  private static final int MOST_TASKS = 1_000;

  private static final List<Recorded> GRAPHS = new ArrayList<>();

  /// A line of the summary, and what became of its graph.
  ///
  /// @param parents by task, in the words of the recording
  private record Recorded(
      String workflow, int edges, int levels, Map<String, List<String>> parents, JsonNode run) {

    private static Recorded run(Api api, String workflow, String[] line) throws IOException {
      var graph = parents(line[0]);
      api.apply(PROJECT, Map.of(workflow + ".yaml", yaml(workflow, graph)), Api.Prune.KEEP);
      var run = api.ended(api.start(workflow));
      assertThat(graph).as(line[0]).hasSize(Integer.parseInt(line[2]));
      return new Recorded(
          workflow, Integer.parseInt(line[3]), Integer.parseInt(line[4]), graph, run);
    }

    private static Map<String, List<String>> parents(String file) throws IOException {
      var recording = Api.JSON.readTree(Files.readString(DATA.resolve(file)));
      var parents = new LinkedHashMap<String, List<String>>();
      for (var task : recording.at("/workflow/specification/tasks")) {
        var needs = new ArrayList<String>();
        task.path("parents").forEach(parent -> needs.add(parent.asString()));
        parents.put(task.path("id").asString(), needs);
      }
      return parents;
    }

    /// Their names of tasks are no names of ours: `t0`, `t1` and so on, as they stand in the file.
    private static String yaml(String workflow, Map<String, List<String>> graph) {
      var names = names(graph);
      var text = new StringBuilder("kind: workflow\nname: %s\ntasks:\n".formatted(workflow));
      graph.forEach((task, parents) -> {
        var needs = parents.stream().map(names::get).toList();
        text.append("  %s: {needs: %s}\n".formatted(names.get(task), needs));
      });
      return text.toString();
    }

    private static Map<String, String> names(Map<String, List<String>> graph) {
      var names = new HashMap<String, String>();
      graph.keySet().forEach(task -> names.put(task, "t" + names.size()));
      return names;
    }

    Map<String, JsonNode> tasks() {
      return StreamSupport.stream(run.path("tasks").spliterator(), false)
          .collect(Collectors.toMap(task -> task.path("name").asString(), Function.identity()));
    }

    /// The attempt of each task by the recording's name of the task.
    Map<String, JsonNode> attempts() {
      var tasks = tasks();
      var attempts = new HashMap<String, JsonNode>();
      names(parents)
          .forEach((task, name) -> attempts.put(task, tasks.get(name).path("attempts").path(0)));
      return attempts;
    }
  }

  @BeforeAll
  static void run() throws IOException {
    assumeTrue(Files.isDirectory(DATA), "skipped: the recorded runs are not here: " + DATA);
    var api = LiveServer.shared().api();
    var summary = Files.readAllLines(DATA.resolve("instances_summary.csv"));
    for (var line : summary.subList(1, summary.size())) {
      var fields = line.split(",", -1);
      if (Integer.parseInt(fields[2]) > MOST_TASKS) continue;
      GRAPHS.add(Recorded.run(api, "recorded-" + GRAPHS.size(), fields));
    }
  }

  @Test
  void everyTaskRanOnce() {
    assertThat(GRAPHS).hasSizeGreaterThan(10);
    for (var graph : GRAPHS) {
      assertThat(graph.run().path("state").asString()).as(graph.workflow()).isEqualTo("succeeded");
      assertThat(graph.tasks()).as(graph.workflow()).hasSize(graph.parents().size());
      for (var task : graph.tasks().values()) {
        assertThat(task.path("attempts")).as("%s %s", graph.workflow(), task).hasSize(1);
        assertThat(task.at("/attempts/0/state").asString()).isEqualTo("succeeded");
      }
    }
  }

  @Test
  void noTaskStartedBeforeAllThatItNeedsHadEnded() {
    for (var graph : GRAPHS) {
      var attempts = graph.attempts();
      var edges = 0;
      for (var task : graph.parents().keySet()) {
        var started = Instant.parse(attempts.get(task).path("started").asString());
        for (var parent : graph.parents().get(task)) {
          var ended = Instant.parse(attempts.get(parent).path("ended").asString());
          assertThat(started)
              .as("%s: %s after %s", graph.workflow(), task, parent)
              .isAfterOrEqualTo(ended);
          edges++;
        }
      }
      assertThat(edges).as(graph.workflow()).isEqualTo(graph.edges());
    }
  }

  /// The summary was computed from the recordings by another program.
  @Test
  void theServerSawAsManyLevelsAsTheSummarySays() {
    for (var graph : GRAPHS) {
      var levels = new HashMap<String, Integer>();
      // The server lists each task after those that it needs.
      for (var task : graph.run().path("tasks")) {
        var above = 0;
        for (var need : task.path("needs")) {
          above = Math.max(above, levels.getOrDefault(need.asString(), Integer.MAX_VALUE - 1));
        }
        levels.put(task.path("name").asString(), above + 1);
      }
      var most = levels.values().stream().mapToInt(level -> level).max().orElse(0);
      assertThat(most).as(graph.workflow()).isEqualTo(graph.levels());
    }
  }
}
