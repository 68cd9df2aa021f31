package outturn.engine.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.workflow.Graph;
import outturn.definition.workflow.Task;
import outturn.engine.TaskSketch;
import outturn.engine.duration.Day;
import outturn.engine.duration.Durations;
import outturn.engine.duration.Sample;
import outturn.engine.duration.Sampler;
import outturn.engine.duration.Similar;

/// A course for a test, in words; it has begun, and its tasks wait and take a minute until said
/// otherwise.
final class CourseSketch {
  static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  static final Day TODAY = new Day(20_514, 0);

  private final String key;
  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private final Map<String, Work> works = new HashMap<>();
  private final List<Course.Promise> promises = new ArrayList<>();
  private int priority = 3;
  private Course.Begin begin = Course.Begin.at(NOW.minusSeconds(600));

  private CourseSketch(String key) {
    this.key = key;
  }

  static CourseSketch course(String key, TaskSketch... sketches) {
    var course = new CourseSketch(key);
    for (var sketch : sketches) {
      var task = sketch.drawn();
      course.tasks.put(task.name(), task);
      course.works.put(
          task.name(),
          new Work(Standing.WAITING, Sampler.fixed(Duration.ofMinutes(1)), task.rules().pools()));
    }
    return course;
  }

  CourseSketch takes(String task, Duration length) {
    return takes(task, Sampler.fixed(length));
  }

  CourseSketch takes(String task, Sampler length) {
    works.computeIfPresent(task, (_, work) -> work.with(length));
    return this;
  }

  CourseSketch stands(String task, Standing standing) {
    works.computeIfPresent(task, (_, work) -> new Work(standing, work.length(), work.pools()));
    return this;
  }

  CourseSketch promise(String name, Instant due, String... task) {
    promises.add(new Course.Promise(name, List.of(task).stream().findFirst(), due));
    return this;
  }

  CourseSketch priority(int number) {
    priority = number;
    return this;
  }

  CourseSketch begins(Course.Begin when) {
    begin = when;
    return this;
  }

  Course drawn() {
    var graph = new Graph(List.copyOf(tasks.values()));
    return new Course(key, key, graph, priority, begin, works, promises);
  }

  static Situation situation(Map<String, Integer> pools, CourseSketch... courses) {
    var drawn = List.of(courses).stream().map(CourseSketch::drawn).toList();
    return new Situation(NOW, drawn, pools, List.of(), List.of());
  }

  /// A task that has taken these minutes, a day each.
  static Sampler history(double... minutes) {
    return Sampler.of(durations(minutes), Similar.NONE, TODAY);
  }

  static Durations durations(double... minutes) {
    var durations = Durations.EMPTY;
    for (int at = 0; at < minutes.length; at++) {
      long day = TODAY.day() - minutes.length + at;
      var millis = (long) (minutes[at] * 60_000);
      durations = durations.with(new Sample(day, 0, millis, Sample.How.SUCCEEDED));
    }
    return durations;
  }

  static Instant in(int minutes) {
    return NOW.plus(Duration.ofMinutes(minutes));
  }

  static Optional<Instant> median(Forecast forecast, String course) {
    return forecast.course(course).orElseThrow().finish().p50();
  }
}
