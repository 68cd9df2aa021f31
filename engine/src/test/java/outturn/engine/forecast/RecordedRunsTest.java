package outturn.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.engine.duration.Common;
import outturn.engine.duration.Day;
import outturn.engine.duration.Durations;
import outturn.engine.duration.Sample;
import outturn.engine.duration.Sampler;
import outturn.engine.duration.Similar;

/// Forecasts of runs that others recorded.
///
/// Of each repeated workflow there are four runs, so each is forecast from the three others. When
/// its tasks began was not recorded, and its whole length holds hours of waiting in queues that are
/// not ours. So the end of a run is that of its recorded lengths, played with as many cores as it
/// had.
class RecordedRunsTest {
  private static final int EVERY = 1_000;
  private static final Effort EFFORT = new Effort(2_000, 5);
  private static final List<List<String>> REPEATED =
      List.of(files("blast-chameleon-small-00%d.json"), files("srasearch-chameleon-10a-00%d.json"));

  private static List<String> files(String pattern) {
    return IntStream.rangeClosed(1, 4).mapToObj(pattern::formatted).toList();
  }

  @Test
  void levelsAndCriticalPathsAreThoseOfTheSummaryAndOfAnotherComputation() {
    var lines = Recording.summary();

    assertThat(lines).hasSize(14);
    for (var line : lines) {
      var run = Recording.read(line[0]);
      var levels = played(run, task -> Sampler.fixed(Duration.ofSeconds(1)));
      assertThat(levels.toSeconds()).as(line[0]).isEqualTo(Integer.parseInt(line[4]));
      assertThat(longest(run, new HashMap<>(), _ -> 1_000L)).isEqualTo(levels.toMillis());

      var path = played(run, run::recorded).toMillis();
      assertThat(path).as(line[0]).isEqualTo(longest(run, new HashMap<>(), run.millis()::get));
      assertThat(path / 1000.0)
          .as(line[0])
          .isCloseTo(Double.parseDouble(line[6]), within(0.001 * Integer.parseInt(line[4])));
      assertThat(critical(run)).as("the critical tasks of %s", line[0]).isEqualTo(path);
    }
  }

  /// How long a run takes when there is a core for each task.
  private static Duration played(Recording run, Function<String, Sampler> lengths) {
    var forecast = Forecaster.of(run.situation(lengths, EVERY), new Effort(1, 1));
    return Recording.sinceNow(CourseSketch.median(forecast, "run").orElseThrow());
  }

  /// The lengths of the tasks that are critical, added up.
  private static long critical(Recording run) {
    var forecast = Forecaster.of(run.situation(run::recorded, EVERY), new Effort(1, 1));
    return forecast.course("run").orElseThrow().tasks().stream()
        .filter(task -> task.critical() == 1)
        .mapToLong(task -> run.millis().getOrDefault(task.name(), 0L))
        .sum();
  }

  /// The longest way through the graph, by recursion from its ends.
  private static long longest(
      Recording run, Map<String, Long> known, Function<String, Long> millis) {
    return run.parents().keySet().stream()
        .mapToLong(task -> until(run, task, known, millis))
        .max()
        .orElse(0);
  }

  private static long until(
      Recording run, String task, Map<String, Long> known, Function<String, Long> millis) {
    var found = known.get(task);
    if (found != null) return found;
    long before = 0;
    for (var parent : run.parents().getOrDefault(task, List.of())) {
      before = Math.max(before, until(run, parent, known, millis));
    }
    long end = before + millis.apply(task);
    known.put(task, end);
    return end;
  }

  @Test
  void onOneCoreARunTakesAsLongAsAllItsWork() {
    for (var line : Recording.summary()) {
      var run = Recording.read(line[0]);
      var forecast = Forecaster.of(run.situation(run::recorded, 1), new Effort(1, 1));

      long work = run.millis().values().stream().mapToLong(Long::longValue).sum();
      assertThat(CourseSketch.median(forecast, "run").map(Recording::sinceNow))
          .as(line[0])
          .contains(Duration.ofMillis(work));
    }
  }

  @Test
  void fourOfFiveEndsOfARunLieInTheRangeThatTheOtherRunsForecast() {
    var ends = new ArrayList<Boolean>();
    var tasks = new ArrayList<Boolean>();
    for (var files : REPEATED) {
      var runs = files.stream().map(Recording::read).toList();
      for (var left : runs) {
        var others = runs.stream().filter(run -> !run.equals(left)).toList();
        forecast(left, others, ends, tasks);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "inside the 80 %% range: %.3f of %d ends of runs, %.3f of %d lengths of tasks%n",
        share(ends),
        ends.size(),
        share(tasks),
        tasks.size());
    assertThat(share(ends)).isBetween(0.7, 0.9);
    assertThat(share(tasks)).isBetween(0.7, 0.9);
  }

  private static void forecast(
      Recording left, List<Recording> others, List<Boolean> ends, List<Boolean> tasks) {
    var known = new HashMap<String, Durations>();
    for (var task : left.parents().keySet()) known.put(task, history(task, others));
    var samplers = new HashMap<String, Sampler>();
    known.forEach((task, own) -> {
      var similar = similar(left, task, known);
      var kind = new ArrayList<>(similar.tasks());
      kind.add(own);
      samplers.put(
          task, Sampler.of(own, similar, new Day(others.size(), 0)).sharing(Common.share(kind)));
    });
    samplers.forEach((task, sampler) -> {
      double share = sampler.within(left.millis().getOrDefault(task, 0L));
      tasks.add(share >= 0.1 && share <= 0.9);
    });
    var forecast = Forecaster.of(left.situation(samplers::get, left.cores()), EFFORT);
    var real = Forecaster.of(left.situation(left::recorded, left.cores()), new Effort(1, 1));
    var end = CourseSketch.median(real, "run").orElseThrow();
    var finish = forecast.course("run").orElseThrow().finish();
    ends.add(!end.isBefore(finish.p10().orElseThrow()) && !end.isAfter(finish.p90().orElseThrow()));
    System.out.printf(
        Locale.ROOT,
        "%s: ended after %,.1f s, forecast %,.1f to %,.1f s%n",
        left.file(),
        Recording.sinceNow(end).toMillis() / 1e3,
        Recording.sinceNow(finish.p10().orElseThrow()).toMillis() / 1e3,
        Recording.sinceNow(finish.p90().orElseThrow()).toMillis() / 1e3);
  }

  private static Durations history(String task, List<Recording> runs) {
    var durations = Durations.EMPTY;
    for (int day = 0; day < runs.size(); day++) {
      long millis = runs.get(day).millis().getOrDefault(task, 0L);
      durations = durations.with(new Sample(day, 0, millis, Sample.How.SUCCEEDED));
    }
    return durations;
  }

  /// The other tasks that run the same program.
  private static Similar similar(Recording run, String task, Map<String, Durations> known) {
    var program = run.programs().getOrDefault(task, "");
    var tasks =
        run.parents().keySet().stream()
            .filter(other -> !other.equals(task))
            .filter(other -> run.programs().getOrDefault(other, "").equals(program))
            .map(known::get)
            .toList();
    return new Similar("tasks that run " + program, tasks);
  }

  private static double share(List<Boolean> inside) {
    return (double) inside.stream().filter(each -> each).count() / inside.size();
  }
}
