package outturn.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.forecast.CourseSketch.course;
import static outturn.engine.forecast.CourseSketch.history;
import static outturn.engine.forecast.CourseSketch.in;
import static outturn.engine.forecast.CourseSketch.situation;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import outturn.engine.TaskSketch;

/// What holds of forecasts of any graph; a failing seed is named.
class ForecastPropertiesTest {
  private static final int GRAPHS = 40;
  private static final Effort EFFORT = new Effort(100, 3);

  /// A graph of 5 to 24 tasks, each of which needs some of those before it.
  private static TaskSketch[] graph(RandomGenerator chance) {
    var tasks = new TaskSketch[5 + chance.nextInt(20)];
    for (int number = 0; number < tasks.length; number++) {
      tasks[number] = task("t" + number);
      for (int before = Math.max(0, number - 4); before < number; before++) {
        if (chance.nextDouble() < 0.35) tasks[number].needs("t" + before);
      }
    }
    return tasks;
  }

  private static CourseSketch drawn(TaskSketch[] tasks, RandomGenerator chance) {
    var sketch = course("w", tasks);
    for (int number = 0; number < tasks.length; number++) {
      double typical = 2 + 20 * chance.nextDouble();
      var minutes = chance.doubles(6, 0.8 * typical, 1.2 * typical).toArray();
      sketch.takes("t" + number, history(minutes));
    }
    return sketch;
  }

  /// Tries three times, so that hardly any run fails.
  private static void again(TaskSketch[] tasks) {
    for (var task : tasks) task.attempts(3, Duration.ofMinutes(1));
  }

  private static CourseForecast of(CourseSketch sketch, Map<String, Integer> pools) {
    return Forecaster.of(situation(pools, sketch), EFFORT).course("w").orElseThrow();
  }

  @Test
  void withoutPoolsEachPathBeginsAndEndsOnceInADraw() {
    for (long seed = 0; seed < GRAPHS; seed++) {
      var chance = new SplittableRandom(seed);
      var tasks = graph(chance);
      again(tasks);
      var sketch = drawn(tasks, chance);
      var forecast = of(sketch, Map.of());

      var needed = new HashSet<String>();
      var first = new HashSet<String>();
      for (var each : sketch.drawn().graph().tasks()) {
        each.needs().forEach(need -> needed.add(need.task()));
        if (each.needs().isEmpty()) first.add(each.name());
      }
      double ends = 0;
      double begins = 0;
      for (var each : forecast.tasks()) {
        if (!needed.contains(each.name())) ends += each.critical();
        if (first.contains(each.name())) begins += each.critical();
      }
      assertThat(ends).as("seed %d", seed).isCloseTo(forecast.success(), within(1e-9));
      assertThat(begins).as("seed %d", seed).isCloseTo(forecast.success(), within(1e-9));
    }
  }

  @Test
  void slackIsNeverNegativeAndNoneIsLeftWhereATaskDecides() {
    for (long seed = 0; seed < GRAPHS; seed++) {
      var chance = new SplittableRandom(seed);
      var tasks = graph(chance);
      again(tasks);
      for (var each : tasks) each.pool("p" + chance.nextInt(2), 1);
      var forecast = of(drawn(tasks, chance), Map.of("p0", 2, "p1", 3));

      for (var each : forecast.tasks()) {
        var slack = each.slack().orElseThrow();
        assertThat(slack).as("seed %d: %s", seed, each).isGreaterThanOrEqualTo(Duration.ZERO);
        if (each.critical() > 0.6) assertThat(slack).as("seed %d: %s", seed, each).isZero();
      }
    }
  }

  @Test
  void onAverageMoreOfAPoolIsNeverLater() {
    for (int size = 1; size < 4; size++) {
      double fewer = 0;
      double more = 0;
      for (long seed = 0; seed < GRAPHS; seed++) {
        var chance = new SplittableRandom(seed);
        var tasks = graph(chance);
        again(tasks);
        for (var each : tasks) each.pool("p", 1);
        var sketch = drawn(tasks, chance);
        fewer += minutes(of(sketch, Map.of("p", size)));
        more += minutes(of(sketch, Map.of("p", size + 1)));
      }
      assertThat(more).as("a pool of %d", size + 1).isLessThanOrEqualTo(fewer);
    }
  }

  private static double minutes(CourseForecast forecast) {
    var median = forecast.finish().p50().orElseThrow();
    return Duration.between(CourseSketch.NOW, median).toMillis() / 60_000.0;
  }

  @Test
  void aLaterDeadlineIsMetAtLeastAsOften() {
    for (long seed = 0; seed < GRAPHS; seed++) {
      var chance = new SplittableRandom(seed);
      var sketch = drawn(graph(chance), chance);
      for (int due = 0; due < 200; due += 5) sketch.promise("due" + due, in(due));
      double before = 0;
      for (var deadline : of(sketch, Map.of()).deadlines()) {
        assertThat(deadline.chance()).as("seed %d", seed).isBetween(before, 1.0);
        before = deadline.chance();
      }
    }
  }

  @Test
  void whatIsLikelyComesFirstInAPathAndNamesTasksThatAreThere() {
    for (long seed = 0; seed < GRAPHS; seed++) {
      var chance = new SplittableRandom(seed);
      var tasks = graph(chance);
      var sketch = drawn(tasks, chance).promise("due", in(60));
      var deadline = of(sketch, Map.of()).deadline("due").orElseThrow();

      Set<String> names = sketch.drawn().works().keySet();
      double before = 1;
      for (var critical : deadline.path()) {
        assertThat(names).contains(critical.task());
        assertThat(critical.chance()).as("seed %d", seed).isBetween(0.0, before);
        before = critical.chance();
      }
    }
  }
}
