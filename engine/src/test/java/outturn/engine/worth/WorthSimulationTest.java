package outturn.engine.worth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.definition.pool.Pool;
import outturn.engine.worth.Rule.Sharing;
import outturn.engine.worth.Yard.Done;

/// Weighted tardiness when the real keeper gives out a pool at 90 % load: first in, first out;
/// priorities that a person could give; and by worth. Each rule gets the same draws. The scheduler
/// knows medians only.
///
/// `-Doutturn.proof=full` takes more seeds.
class WorthSimulationTest {
  private static final int SLOTS = 8;
  private static final int RUNS = 200;
  private static final int USUAL = 3;
  private static final int SEEDS = "full".equals(System.getProperty("outturn.proof")) ? 60 : 8;
  private static final int RESAMPLES = 2_000;

  private static final Rule FIFO =
      new Rule("first in, first out", Pool.Order.AGE, Sharing.ONE_WORKFLOW, _ -> USUAL);
  private static final Rule WORTH =
      new Rule("worth", Pool.Order.WORTH, Sharing.ONE_WORKFLOW, _ -> USUAL);

  /// What became of the runs, for each rule and seed.
  private static final Map<Rule, List<List<Done>>> DONE = new LinkedHashMap<>();

  /// Priorities by what an hour of lateness costs, and, which needs to know how long runs take, by
  /// that and their work.
  private static List<Rule> priorities() {
    ToIntFunction<Job> thirds = job -> 1 + 2 * part(Scenario.share(job.perHour()), 3);
    ToIntFunction<Job> fifths = job -> 1 + part(Scenario.share(job.perHour()), 5);
    ToIntFunction<Job> narrow = job -> 2 + part(Scenario.share(job.perHour()), 3);
    ToIntFunction<Job> forWork = job -> 1 + part(shareForWork(job), 5);
    return List.of(
        fixed("1, 3, 5 by value", Sharing.ONE_WORKFLOW, thirds),
        fixed("2, 3, 4 by value", Sharing.ONE_WORKFLOW, narrow),
        fixed("1 to 5 by value", Sharing.ONE_WORKFLOW, fifths),
        fixed("1 to 5 by value, shared fairly", Sharing.FAIR, fifths),
        fixed("1 to 5 by value for work", Sharing.ONE_WORKFLOW, forWork));
  }

  private static Rule fixed(String name, Sharing sharing, ToIntFunction<Job> priority) {
    return new Rule("priorities " + name, Pool.Order.AGE, sharing, priority);
  }

  private static int part(double share, int parts) {
    return Math.clamp((int) (share * parts), 0, parts - 1);
  }

  /// About the share of runs that are worth less for an hour of their work.
  private static double shareForWork(Job job) {
    return 0.5 + Math.log(job.perHour() / job.graph().work() * 15) / 7;
  }

  @BeforeAll
  static void simulate() {
    var scenario = new Scenario(RecordedGraph.all(), SLOTS, 0.9, 1.5, 6);
    var rules = new ArrayList<Rule>(List.of(FIFO));
    rules.addAll(priorities());
    rules.add(WORTH);
    rules.forEach(rule -> DONE.put(rule, new ArrayList<>()));
    for (int seed = 1; seed <= SEEDS; seed++) {
      var jobs = scenario.jobs(RUNS, seed);
      DONE.forEach((rule, done) -> done.add(new Yard(scenario, jobs, rule).run()));
    }
    double first = sum(losses(FIFO));
    System.out.printf(
        Locale.ROOT,
        "%d times %d runs, one pool of %d at 90 %% load%n%-42s %12s %18s %6s %9s%n",
        SEEDS,
        RUNS,
        SLOTS,
        "order",
        "lost in all",
        "of first in (95 %)",
        "late",
        "longest");
    DONE.forEach((rule, done) -> tell(rule, done, first));
  }

  private static void tell(Rule rule, List<List<Done>> done, double first) {
    var ratios = resampled(losses(rule), losses(FIFO));
    var all = done.stream().flatMap(List::stream).toList();
    System.out.printf(
        Locale.ROOT,
        "%-42s %12.0f %6.3f (%.3f-%.3f) %5.0f%% %7.1f h%n",
        rule.name(),
        sum(losses(rule)),
        sum(losses(rule)) / first,
        ratios[(int) (0.025 * RESAMPLES)],
        ratios[(int) (0.975 * RESAMPLES)],
        100.0 * all.stream().filter(each -> each.loss() > 0).count() / all.size(),
        all.stream().mapToDouble(Done::flow).max().orElse(0) / 3600);
  }

  private static double[] losses(Rule rule) {
    return DONE.getOrDefault(rule, List.of()).stream()
        .mapToDouble(done -> done.stream().mapToDouble(Done::loss).sum())
        .toArray();
  }

  private static double sum(double[] numbers) {
    return Arrays.stream(numbers).sum();
  }

  /// The ratio of two sums over seeds, for seeds that are drawn again and again, in order.
  private static double[] resampled(double[] one, double[] other) {
    var random = new SplittableRandom(8);
    return IntStream.range(0, RESAMPLES)
        .mapToDouble(_ -> {
          var drawn = IntStream.range(0, one.length).map(_ -> random.nextInt(one.length)).toArray();
          return Arrays.stream(drawn).mapToDouble(seed -> one[seed]).sum()
              / Arrays.stream(drawn).mapToDouble(seed -> other[seed]).sum();
        })
        .sorted()
        .toArray();
  }

  private static double upperBound(Rule rule, Rule other) {
    return resampled(losses(rule), losses(other))[(int) (0.975 * RESAMPLES)];
  }

  @Test
  void atLeastThirtyPercentLessIsLostThanFirstInFirstOut() {
    assertThat(upperBound(WORTH, FIFO)).isLessThan(0.70);
  }

  @Test
  void atLeastFifteenPercentLessIsLostThanWithAnyOfThePriorities() {
    var others = DONE.keySet().stream().filter(rule -> rule.name().startsWith("priorities"));
    assertThat(others)
        .hasSize(5)
        .allSatisfy(rule -> assertThat(upperBound(WORTH, rule)).as(rule.name()).isLessThan(0.85));
  }

  /// Runs that are worth little and take long are those that would starve.
  @Test
  void noRunIsHeldUpForLongerThanFirstInFirstOutHoldsUpSome() {
    for (int seed = 0; seed < SEEDS; seed++) {
      assertThat(longest(WORTH, seed)).as("seed %d", seed + 1).isLessThan(2 * longest(FIFO, seed));
    }
  }

  private static double longest(Rule rule, int seed) {
    return DONE.getOrDefault(rule, List.of()).get(seed).stream()
        .mapToDouble(Done::flow)
        .max()
        .orElse(0);
  }
}
