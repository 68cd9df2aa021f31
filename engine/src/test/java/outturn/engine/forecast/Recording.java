package outturn.engine.forecast;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import outturn.engine.TaskSketch;
import outturn.engine.duration.Sampler;
import tools.jackson.databind.json.JsonMapper;

/// A run that others recorded, which may be read but not copied (`../shared/data/runs`).
///
/// @param parents by task
/// @param millis how long each task took
/// @param programs what each task ran
/// @param cores of all machines
record Recording(
    String file,
    Map<String, List<String>> parents,
    Map<String, Long> millis,
    Map<String, String> programs,
    int cores) {
  private static final Path DATA =
      Path.of(System.getProperty("outturn.root")).resolveSibling("shared/data/runs");
  private static final JsonMapper JSON = new JsonMapper();
  private static final String CORE = "core";

  /// The lines of the summary of all recordings, without its head.
  static List<String[]> summary() {
    var file = DATA.resolve("instances_summary.csv");
    assumeTrue(Files.exists(file), () -> "no recorded runs here: " + file);
    try (var lines = Files.lines(file)) {
      return lines.skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Recording read(String file) {
    var path = DATA.resolve(file);
    assumeTrue(Files.exists(path), () -> "no recorded run here: " + path);
    try {
      var workflow = JSON.readTree(Files.readString(path)).path("workflow");
      var parents = new LinkedHashMap<String, List<String>>();
      for (var task : workflow.at("/specification/tasks")) {
        var needs = new ArrayList<String>();
        task.path("parents").forEach(parent -> needs.add(parent.asString()));
        parents.put(task.path("id").asString(), List.copyOf(needs));
      }
      var millis = new HashMap<String, Long>();
      var programs = new HashMap<String, String>();
      for (var task : workflow.at("/execution/tasks")) {
        var id = task.path("id").asString();
        millis.put(id, Math.round(task.path("runtimeInSeconds").asDouble() * 1000));
        programs.put(id, task.at("/command/program").asString());
      }
      int cores = 0;
      for (var machine : workflow.at("/execution/machines")) {
        cores += machine.at("/cpu/coreCount").asInt();
      }
      return new Recording(file, parents, millis, programs, cores);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The run as a course that begins now, with as many cores as it had.
  Situation situation(Function<String, Sampler> lengths, int coresThere) {
    var course = CourseSketch.course("run", sketches()).begins(Course.Begin.at(CourseSketch.NOW));
    parents.keySet().forEach(task -> course.takes(task, lengths.apply(task)));
    return CourseSketch.situation(Map.of(CORE, coresThere), course);
  }

  Sampler recorded(String task) {
    return Sampler.fixed(Duration.ofMillis(millis.getOrDefault(task, 0L)));
  }

  /// In an order in which each task comes after all that it needs.
  private TaskSketch[] sketches() {
    var drawn = new LinkedHashMap<String, TaskSketch>();
    while (drawn.size() < parents.size()) {
      parents.forEach((task, needed) -> {
        if (drawn.containsKey(task) || !drawn.keySet().containsAll(needed)) return;
        var sketch = TaskSketch.task(task).pool(CORE, 1);
        needed.forEach(sketch::needs);
        drawn.put(task, sketch);
      });
    }
    return drawn.values().toArray(TaskSketch[]::new);
  }

  static Duration sinceNow(Instant end) {
    return Duration.between(CourseSketch.NOW, end);
  }
}
