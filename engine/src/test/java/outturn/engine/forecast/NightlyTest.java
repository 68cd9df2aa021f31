package outturn.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A year of nights that were simulated from a seed, forecast as each begins and half-way through
/// it.
class NightlyTest {
  private static final long SEED = 2_025;
  private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
  private static final int DAYS = 365;
  private static final int LEARNED_FIRST = 30;

  private final NightlyWorld world = new NightlyWorld(SEED);
  private final NightlyHistory history = new NightlyHistory(world);
  private final Scores ours = new Scores();
  private final Map<String, Scores> simpler = new LinkedHashMap<>();
  private int inside;
  private int ends;

  @Test
  void chancesAndRangesComeTrueAsOftenAsTheySay() {
    var chance = new SplittableRandom(SEED + 1);
    for (int day = 0; day < DAYS; day++) {
      var night = new Night(world, FIRST.plusDays(day), chance.split());
      if (day >= LEARNED_FIRST) {
        var due = due(night);
        judge(night, 0, due);
        judge(night, halfway(night), due);
      }
      history.learn(night);
    }
    double coverage = (double) inside / ends;
    System.out.printf(Locale.ROOT, "seed %d, %d forecasts%n%s", SEED, ours.size(), ours.table());
    System.out.printf(Locale.ROOT, "inside the 80 %% range: %.3f of %d ends%n", coverage, ends);
    System.out.printf(Locale.ROOT, "Brier score: %.4f%n", ours.brier());
    simpler.forEach((name, scores) ->
        System.out.printf(Locale.ROOT, "Brier score of %s: %.4f%n", name, scores.brier()));

    assertThat(coverage).isBetween(0.7, 0.9);
    assertThat(ours.worst(100)).isLessThan(0.15);
    assertThat(simpler).hasSize(3);
    simpler.forEach((name, scores) -> assertThat(ours.brier()).as(name).isLessThan(scores.brier()));
  }

  private Map<Integer, Long> due(Night night) {
    var due = new HashMap<Integer, Long>();
    for (int batch = 0; batch < NightlyWorld.BATCHES; batch++) {
      due.put(batch, night.start(batch) + history.promise(batch));
    }
    return due;
  }

  /// The middle of a usual night.
  private long halfway(Night night) {
    long latest = 0;
    for (int batch = 0; batch < NightlyWorld.BATCHES; batch++) {
      latest = Math.max(latest, night.start(batch) + history.promise(batch));
    }
    return latest / 2;
  }

  private void judge(Night night, long now, Map<Integer, Long> due) {
    var situation = history.situation(night, now, due);
    var forecast = Forecaster.of(situation, new Effort(300, night.date().toEpochDay()));
    for (int batch = 0; batch < NightlyWorld.BATCHES; batch++) {
      long finish = night.finish(batch);
      if (finish <= now) continue;
      long promised = due.getOrDefault(batch, 0L);
      var deadline =
          forecast.course("batch" + batch).orElseThrow().deadline("in time").orElseThrow();
      ours.add(deadline.chance(), finish <= promised);
      if (finish < Long.MAX_VALUE) inside(deadline.finish(), night, finish);
      judgeSimpler(night, batch, now, promised);
    }
  }

  private void inside(Expected expected, Night night, long finish) {
    var end = NightlyHistory.at(night.date(), finish);
    ends++;
    boolean late = !end.isBefore(expected.p10().orElse(Instant.MAX));
    if (late && !end.isAfter(expected.p90().orElse(Instant.MAX))) inside++;
  }

  private void judgeSimpler(Night night, int batch, long now, long promised) {
    boolean met = night.finish(batch) <= promised;
    var lengths = history.lengths(batch);
    long start = night.start(batch);
    double mean = lengths.stream().mapToLong(Long::longValue).average().orElse(0);
    double squares =
        lengths.stream().mapToDouble(length -> (length - mean) * (length - mean)).sum();
    double deviation = Math.sqrt(squares / (lengths.size() - 1));
    tell("the last run's length", start + lengths.getLast() <= promised, met);
    tell("mean plus two deviations", start + mean + 2 * deviation <= promised, met);
    tell("the critical path of means", path(night, batch, now) <= promised, met);
  }

  private void tell(String name, boolean inTime, boolean met) {
    simpler.computeIfAbsent(name, _ -> new Scores()).add(inTime ? 1 : 0, met);
  }

  /// When the batch would end if each job that has not ended took its mean, and waited for nothing.
  private double path(Night night, int batch, long now) {
    var jobs = world.batches().get(batch).jobs();
    var ends = new double[jobs.size()];
    double last = 0;
    for (int job = 0; job < jobs.size(); job++) {
      double ready = Math.max(now, night.start(batch));
      for (int need : jobs.get(job).needs()) ready = Math.max(ready, ends[need]);
      long finish = night.finish(batch, job);
      double mean = history.mean(batch, job);
      ends[job] =
          finish <= now
              ? finish
              : begun(night, batch, job, now)
                  .map(at -> Math.max((double) now, at + mean))
                  .orElse(ready + mean);
      last = Math.max(last, ends[job]);
    }
    return last;
  }

  private static Optional<Long> begun(Night night, int batch, int job, long now) {
    return night.attempts().stream()
        .filter(attempt -> attempt.batch == batch && attempt.job == job)
        .filter(attempt -> attempt.begin <= now && attempt.end > now)
        .map(attempt -> attempt.begin)
        .findFirst();
  }

  @Test
  void theNightsAreThoseOfTheSeed() {
    var one = new Night(world, FIRST, new SplittableRandom(1));
    var same = new Night(world, FIRST, new SplittableRandom(1));
    var other = new Night(world, FIRST, new SplittableRandom(2));

    assertThat(Duration.ofMillis(one.finish(0))).isEqualTo(Duration.ofMillis(same.finish(0)));
    assertThat(one.finish(1)).isNotEqualTo(other.finish(1));
  }
}
