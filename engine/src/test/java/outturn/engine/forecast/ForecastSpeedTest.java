package outturn.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.forecast.CourseSketch.course;
import static outturn.engine.forecast.CourseSketch.history;
import static outturn.engine.forecast.CourseSketch.in;
import static outturn.engine.forecast.CourseSketch.situation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import outturn.engine.TaskSketch;

/// How long a forecast takes. The numbers are printed; what is asserted is that it has an answer.
/// `-Doutturn.speed.rounds=30` measures warm code.
class ForecastSpeedTest {
  private static final int ROUNDS = Integer.getInteger("outturn.speed.rounds", 5);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Test
  void aThousandTasksAndTenPools() {
    fast("a thousand tasks and ten pools, sure to be in time", layers(20, 50, 600));
  }

  @Test
  void aThousandTasksOfWhichNobodyKnowsWhetherTheyAreInTime() {
    fast("a thousand tasks and ten pools, in time or not", layers(20, 50, 229));
  }

  @Test
  void aHundredTasksAndTenPools() {
    fast("a hundred tasks and ten pools, sure to be in time", layers(10, 10, 600));
  }

  @Test
  void aHundredTasksOfWhichNobodyKnowsWhetherTheyAreInTime() {
    fast("a hundred tasks and ten pools, in time or not", layers(10, 10, 85));
  }

  @Test
  void fiveHundredWorkflowsThatWaitForOnePool() {
    fast("five hundred workflows of two tasks that wait for one pool", crowd(500, Map.of()));
  }

  @Test
  void fiveThousandWorkflowsThatWaitForOnePool() {
    fast("five thousand workflows of two tasks that wait for one pool", crowd(5_000, Map.of()));
  }

  /// So each asks for something else, and is looked at alone.
  @Test
  void fiveHundredWorkflowsThatWaitForOnePoolAndALockOfTheirOwn() {
    Map<String, Integer> pools = new HashMap<>();
    for (int number = 0; number < 500; number++) pools.put("own" + number, 1);
    fast("five hundred of them that have a lock each", crowd(500, pools));
  }

  private static Situation crowd(int runs, Map<String, Integer> locks) {
    var courses = new CourseSketch[runs];
    for (int number = 0; number < runs; number++) {
      var load = task("load").pool("db", 1);
      if (locks.containsKey("own" + number)) load.pool("own" + number, 1);
      courses[number] =
          course(number == 0 ? "big" : "run" + number, load, task("tell").needs("load"))
              .takes("load", history(1, 2, 1, 2, 3, 1, 2))
              .promise("done", in(120));
    }
    var pools = new HashMap<>(locks);
    pools.put("db", 50);
    return situation(pools, courses);
  }

  /// Each task needs three of the layer before and one of ten pools; a task that fails is tried
  /// again.
  ///
  /// @param due in minutes from now
  private static Situation layers(int layers, int width, int due) {
    var chance = new SplittableRandom(8);
    var tasks = new TaskSketch[layers * width];
    for (int number = 0; number < tasks.length; number++) {
      tasks[number] =
          task("t" + number)
              .pool("pool" + chance.nextInt(10), 1)
              .attempts(3, Duration.ofMinutes(1));
      if (number < width) continue;
      int before = (number / width - 1) * width;
      var needed =
          chance
              .ints(3, before, before + width)
              .distinct()
              .boxed()
              .map(place -> "t" + place)
              .toList();
      for (var need : needed) tasks[number].needs(need);
    }
    var course = course("big", tasks).promise("done", in(due));
    for (int number = 0; number < tasks.length; number++) {
      var minutes = chance.doubles(12, 3, 9).toArray();
      course.takes("t" + number, history(minutes));
    }
    Map<String, Integer> pools = new HashMap<>();
    for (int pool = 0; pool < 10; pool++) pools.put("pool" + pool, 4);
    return situation(pools, course);
  }

  private static void fast(String shape, Situation situation) {
    var effort = Effort.fitting(situation, 1);
    double best = Double.MAX_VALUE;
    int draws = 0;
    int rounds = situation.courses().size() > 1_000 ? 1 : ROUNDS;
    for (int round = 0; round < rounds; round++) {
      long began = THREADS.getCurrentThreadCpuTime();
      var forecast = Forecaster.of(situation, effort);
      best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - began) / 1e6);
      draws = forecast.draws();
      assertThat(forecast.course("big").orElseThrow().finish().p50()).isPresent();
    }
    System.out.printf("%s, %d draws: %.1f ms of CPU%n", shape, draws, best);
  }
}
