package outturn.engine.duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private static final Day TODAY = new Day(1_000, 0);
  private static final int WEEKDAY = 0;
  private static final int MONTH_END = 2;

  private static Durations history(double... minutes) {
    var durations = Durations.EMPTY;
    for (int at = 0; at < minutes.length; at++) {
      durations = durations.with(done(TODAY.day() - minutes.length + at, WEEKDAY, minutes[at]));
    }
    return durations;
  }

  private static Sample done(long day, int type, double minutes) {
    return new Sample(day, type, Math.round(minutes * 60_000), Sample.How.SUCCEEDED);
  }

  private static Sampler sampler(Durations own) {
    return Sampler.of(own, Similar.NONE, TODAY);
  }

  private static double minutes(Sampler sampler, double u) {
    return sampler.draw(u) / 60_000;
  }

  @Test
  void theMiddleIsTheTypicalLengthAndTheEndsLieAroundTheHistory() {
    var sampler = sampler(history(10, 11, 9, 10, 12, 10, 9, 11));

    assertThat(minutes(sampler, 0.5)).isCloseTo(10.2, within(0.4));
    assertThat(minutes(sampler, 0.1)).isBetween(7.5, 9.2);
    assertThat(minutes(sampler, 0.9)).isBetween(11.3, 13.5);
    assertThat(sampler.knowledge()).isEqualTo(new Knowledge.Own(8));
    assertThat(sampler.knowledge().isEnough()).isTrue();
  }

  @Test
  void oneOutlierHardlyMovesTheRange() {
    var steady = sampler(history(10, 11, 9, 10, 12, 10, 9, 11, 10, 10));
    var hung = sampler(history(10, 11, 9, 10, 12, 10, 9, 11, 10, 600));

    assertThat(minutes(hung, 0.5)).isCloseTo(minutes(steady, 0.5), within(0.5));
    assertThat(minutes(hung, 0.9)).isLessThan(2 * minutes(steady, 0.9));
  }

  @Test
  void whatHappensOftenIsNoOutlier() {
    var twoKinds = sampler(history(10, 10, 30, 10, 11, 10, 9, 31, 10, 10, 29, 10, 10, 11, 30, 10));

    assertThat(minutes(twoKinds, 0.95)).isGreaterThan(25);
    assertThat(minutes(twoKinds, 0.4)).isLessThan(13);
  }

  @Test
  void kindsOfDayCountWhereEachHasEnough() {
    var durations = Durations.EMPTY;
    for (int day = 0; day < 60; day++) {
      boolean end = day % 10 == 9;
      double minutes = (end ? 30 : 10) * (day % 2 == 0 ? 1.05 : 0.95);
      durations = durations.with(done(900 + day, end ? MONTH_END : WEEKDAY, minutes));
    }

    var usual = Sampler.of(durations, Similar.NONE, new Day(1_000, WEEKDAY));
    var end = Sampler.of(durations, Similar.NONE, new Day(1_000, MONTH_END));
    var unheardOf = Sampler.of(durations, Similar.NONE, new Day(1_000, 7));

    assertThat(minutes(usual, 0.5)).isCloseTo(10, within(1.0));
    assertThat(minutes(end, 0.5)).isCloseTo(28.5, within(2.0));
    assertThat(minutes(unheardOf, 0.95)).isGreaterThan(20);
  }

  @Test
  void aClearTrendIsFollowedAndNoiseIsNot() {
    var growing = IntStream.range(0, 40).mapToDouble(day -> 10 * Math.exp(0.02 * day));
    var chance = new SplittableRandom(4);
    var noisy = IntStream.range(0, 40).mapToDouble(_ -> 10 * Math.exp(0.1 * chance.nextGaussian()));

    assertThat(minutes(sampler(history(growing.toArray())), 0.5))
        .isCloseTo(10 * Math.exp(0.02 * 40), within(0.6));
    assertThat(minutes(sampler(history(noisy.toArray())), 0.5)).isCloseTo(10, within(0.5));
  }

  @Test
  void fewSamplesBorrowFromSimilarTasksAndSaySo() {
    var similar =
        new Similar(
            "tasks of the same kind", List.of(history(20, 21, 19), history(24, 25, 23, 24)));

    var fresh = Sampler.of(Durations.EMPTY, similar, TODAY);
    var few = Sampler.of(history(40, 41), similar, TODAY);
    var guessed = Sampler.of(Durations.EMPTY, Similar.NONE, TODAY);

    assertThat(fresh.knowledge()).isEqualTo(new Knowledge.Borrowed("tasks of the same kind", 0));
    assertThat(minutes(fresh, 0.5)).isBetween(20.0, 24.0);
    assertThat(few.knowledge()).isEqualTo(new Knowledge.Borrowed("tasks of the same kind", 2));
    assertThat(minutes(few, 0.5)).isGreaterThan(30);
    assertThat(sampler(history(40, 41)).knowledge().isEnough()).isFalse();
    assertThat(guessed.knowledge()).isEqualTo(new Knowledge.None());
    assertThat(guessed.draw(0.9) / guessed.draw(0.1)).isGreaterThan(10);
  }

  @Test
  void rangesAreRightAboutTheirWidthHoweverShortTheHistory() {
    var chance = new SplittableRandom(11);
    for (int samples : new int[] {3, 4, 5, 8, 15, 40}) {
      int inside = 0;
      int rounds = 2_000;
      for (int round = 0; round < rounds; round++) {
        double spread = 0.05 + 0.35 * chance.nextDouble();
        var minutes = lognormal(samples + 1, spread, chance);
        var sampler = sampler(history(Arrays.copyOf(minutes, samples)));
        double share = sampler.within(minutes[samples] * 60_000);
        if (share >= 0.1 && share <= 0.9) inside++;
      }
      double covered = (double) inside / rounds;
      System.out.printf(
          Locale.ROOT,
          "%d samples: the 80 %% range holds %.3f of next lengths%n",
          samples,
          covered);
      assertThat(covered).as("%d samples", samples).isBetween(0.75, 0.88);
    }
  }

  private static double[] lognormal(int count, double spread, SplittableRandom chance) {
    return IntStream.range(0, count)
        .mapToDouble(_ -> 10 * Math.exp(spread * chance.nextGaussian()))
        .toArray();
  }

  @Test
  void whatIsLeftOfARunningAttemptIsThatOfThoseThatTakeLonger() {
    var sampler = sampler(history(10, 11, 9, 10, 12, 10, 9, 11));
    double elapsed = 10 * 60_000;

    for (double u : new double[] {0.05, 0.3, 0.5, 0.9, 0.99}) {
      double left = sampler.remaining(elapsed, u);
      double before = sampler.within(elapsed);
      double among = (sampler.within(elapsed + left) - before) / (1 - before);
      assertThat(among).isCloseTo(u, within(1e-6));
      assertThat(sampler.leftWithin(elapsed, left)).isCloseTo(u, within(1e-6));
    }
  }

  @Test
  void oneThatHasOutrunAllHistoryHasEverLongerBeforeIt() {
    var sampler = sampler(history(10, 11, 9, 10, 12, 10, 9, 11));

    double soon = sampler.remaining(20 * 60_000, 0.5);
    double later = sampler.remaining(40 * 60_000, 0.5);
    double lost = sampler.remaining(400 * 60_000, 0.5);

    assertThat(soon).isPositive().isLessThan(later);
    assertThat(later).isLessThan(lost);
    assertThat(lost).as("as long again").isCloseTo(400 * 60_000, within(1.0));
    assertThat(sampler.leftWithin(400 * 60_000, lost)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void quantilesGrowAndAreTheInverseOfTheShareBelow() {
    var sampler = sampler(history(10, 11, 9, 10, 12, 13));
    double before = 0;
    for (double u = 0.001; u < 1; u += 0.001) {
      double length = sampler.draw(u);
      assertThat(length).isGreaterThanOrEqualTo(before);
      assertThat(sampler.within(length)).isCloseTo(u, within(1e-6));
      before = length;
    }
  }

  @Test
  void howOftenItFailsIsShrunkTowardsSimilarTasks() {
    var never = new Durations(history(10, 10, 10).done(), List.of(), 3, 0);
    var often = new Durations(history(10, 10, 10).done(), List.of(), 20, 20);
    var failing = new Similar("others", List.of(new Durations(List.of(), List.of(), 50, 50)));

    assertThat(sampler(never).failure()).isLessThan(0.01).isPositive();
    assertThat(sampler(often).failure()).isCloseTo(0.48, within(0.02));
    assertThat(Sampler.of(never, failing, TODAY).failure()).isBetween(0.2, 0.4);
  }

  @Test
  void failuresTakeAsLongAsTheyDid() {
    var durations = history(10, 10, 10, 10, 10);
    for (int at = 0; at < 3; at++) {
      durations = durations.with(new Sample(1_000, 0, 1_000, Sample.How.FAILED));
    }

    assertThat(sampler(durations).failing(0.5)).isEqualTo(1_000);
    assertThat(sampler(history(10, 10, 10, 10, 10)).failing(0.5)).isGreaterThan(500_000);
  }

  @Test
  void aFixedLengthIsAlwaysTheSame() {
    var fixed = Sampler.fixed(Duration.ofMinutes(3));

    assertThat(fixed.draw(0.0001)).isEqualTo(180_000).isEqualTo(fixed.draw(0.9999));
    assertThat(fixed.remaining(60_000, 0.3)).isEqualTo(120_000);
    assertThat(fixed.remaining(600_000, 0.9)).isZero();
    assertThat(fixed.times(2).draw(0.5)).isEqualTo(360_000);
    assertThat(fixed.plus(Duration.ofMinutes(1)).draw(0.5)).isEqualTo(240_000);
  }

  @Test
  void tasksThatAreLongOnTheSameDaysHaveMuchInCommon() {
    var chance = new SplittableRandom(6);
    var together = new ArrayList<Durations>();
    var apart = new ArrayList<Durations>();
    var days = lognormal(30, 0.2, chance);
    for (int task = 0; task < 8; task++) {
      var own = lognormal(30, 0.1, chance);
      together.add(history(IntStream.range(0, 30).mapToDouble(at -> days[at] * own[at]).toArray()));
      apart.add(history(lognormal(30, 0.2, chance)));
    }

    assertThat(Common.share(together)).isCloseTo(0.8, within(0.12));
    assertThat(Common.share(apart)).isLessThan(0.1);
    assertThat(Common.share(List.of())).isZero();
  }
}
