package outturn.engine.worth;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;
import outturn.definition.text.YamlFile;

/// A workflow that others recorded once or several times, which may be read but not copied
/// (`../shared/data/runs`).
///
/// @param needs of each task, by place; a task stands after all that it needs
/// @param runs how long each task took, in seconds, for each of the recorded runs
record RecordedGraph(String name, List<List<Integer>> needs, List<List<Double>> runs) {

  /// All of them, one for each workflow; the test is skipped where they are not there.
  static List<RecordedGraph> all() {
    var root = Path.of(System.getProperty("outturn.root", ".")).toAbsolutePath();
    var folder = root.resolveSibling("shared/data/runs");
    assumeTrue(
        Files.isDirectory(folder), () -> "needs " + folder + ", which is not part of the project");
    Map<String, RecordedGraph> graphs = new TreeMap<>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
        var graph = read(file);
        graphs.merge(graph.name(), graph, RecordedGraph::and);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return List.copyOf(graphs.values());
  }

  private RecordedGraph and(RecordedGraph other) {
    var both = new ArrayList<>(runs);
    both.addAll(other.runs);
    return new RecordedGraph(name, needs, both);
  }

  /// A file is named `blast-chameleon-small-001.json`.
  private static RecordedGraph read(Path file) throws IOException {
    var text = String.valueOf(file.getFileName());
    var documents = YamlFile.read(text, Files.readAllBytes(file), new Problems());
    var workflow = at(documents.getFirst(), "workflow");
    Map<String, Double> took = new HashMap<>();
    for (var task : items(at(workflow, "execution", "tasks"))) {
      took.put(text(at(task, "id")), Double.parseDouble(text(at(task, "runtimeInSeconds"))));
    }
    Map<String, Node> tasks = new TreeMap<>();
    for (var task : items(at(workflow, "specification", "tasks"))) {
      tasks.put(text(at(task, "id")), task);
    }
    Map<String, Integer> places = new HashMap<>();
    List<List<Integer>> needs = new ArrayList<>();
    List<Double> seconds = new ArrayList<>();
    while (places.size() < tasks.size()) {
      for (var task : tasks.entrySet()) {
        var parents =
            items(at(task.getValue(), "parents")).stream().map(RecordedGraph::text).toList();
        if (places.containsKey(task.getKey()) || !places.keySet().containsAll(parents)) continue;
        places.put(task.getKey(), places.size());
        needs.add(parents.stream().map(places::get).toList());
        seconds.add(Objects.requireNonNull(took.get(task.getKey())));
      }
    }
    return new RecordedGraph(text.substring(0, text.indexOf('-')), needs, List.of(seconds));
  }

  private static Node at(Node node, String... path) {
    for (var name : path) node = ((Node.Mapping) node).find(name).orElseThrow();
    return node;
  }

  private static List<Node> items(Node node) {
    return ((Node.Listing) node).items();
  }

  private static String text(Node node) {
    return ((Node.Scalar) node).text();
  }

  int size() {
    return needs.size();
  }

  /// What history has each task take: the median of the recorded runs, in seconds.
  List<Double> medians() {
    return IntStream.range(0, size()).mapToObj(this::median).toList();
  }

  private double median(int task) {
    var sorted = runs.stream().mapToDouble(run -> run.get(task)).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /// From the start of each task to the end of the last, on the longest way, in seconds.
  List<Double> tails() {
    var medians = medians();
    var tails = new double[size()];
    for (int task = size() - 1; task >= 0; task--) {
      tails[task] += medians.get(task);
      for (int need : needs.get(task)) tails[need] = Math.max(tails[need], tails[task]);
    }
    return Arrays.stream(tails).boxed().toList();
  }

  double work() {
    return medians().stream().mapToDouble(each -> each).sum();
  }

  double path() {
    return tails().stream().mapToDouble(each -> each).max().orElse(0);
  }
}
