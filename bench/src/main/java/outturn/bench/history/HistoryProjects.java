package outturn.bench.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import outturn.bench.load.Api;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;
import outturn.store.history.SimulatedHistory;
import outturn.store.history.SimulatedHistory.Simulated;

/// The projects whose runs a simulated history has: five, with workflows of one to seven tasks.
final class HistoryProjects {
  static final int PROJECTS = 5;
  private static final String PREFIX = "bench-history-";
  private static final int MOST_TASKS = 7;

  private HistoryProjects() {}

  static String project(int number) {
    return PREFIX + number;
  }

  static String workflow(int number) {
    return PREFIX + "w" + number;
  }

  /// Which project a workflow belongs to.
  private static int owner(int workflow) {
    return workflow % PROJECTS;
  }

  private static int tasks(int workflow) {
    return 1 + workflow % MOST_TASKS;
  }

  /// Puts them in force on the server.
  static void apply(Api api, int workflows) {
    for (var number = 0; number < PROJECTS; number++) {
      api.apply(project(number), files(number, workflows));
    }
  }

  /// As they are in force.
  static List<Simulated> simulated(SimulatedHistory history, int workflows) {
    var versions =
        IntStream.range(0, PROJECTS).mapToObj(number -> history.version(project(number))).toList();
    var all = new ArrayList<Simulated>();
    for (var number = 0; number < workflows; number++) {
      var owner = owner(number);
      all.add(new Simulated(workflow(number), project(owner), versions.get(owner), tasks(number)));
    }
    return all;
  }

  private static ProjectFiles files(int project, int workflows) {
    var main = "kind: project\nname: %s\ntitle: A simulated history\n".formatted(project(project));
    var all = new StringBuilder();
    for (var number = 0; number < workflows; number++) {
      if (owner(number) == project) all.append(file(number));
    }
    return new ProjectFiles(
        Map.of(
            ProjectReader.MAIN_FILE,
            main.getBytes(UTF_8),
            "workflows.yaml",
            all.toString().getBytes(UTF_8)));
  }

  private static String file(int workflow) {
    var text = new StringBuilder();
    text.append("---\nkind: workflow\nname: %s\ntasks:\n  t1: {}\n".formatted(workflow(workflow)));
    for (var task = 2; task <= tasks(workflow); task++) {
      text.append("  t%d: {needs: [t%d]}\n".formatted(task, task - 1));
    }
    return text.toString();
  }
}
