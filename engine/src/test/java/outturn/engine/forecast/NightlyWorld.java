package outturn.engine.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A computing centre that does not exist: batches that run each night and share two pools. Lengths
/// grow by a quarter in the year, are longer at month's end and shorter at weekends, vary with the
/// night and by themselves, and are three times as long once in a hundred; attempts fail.
final class NightlyWorld {
  static final int BATCHES = 6;
  static final Map<String, Integer> POOLS = Map.of("database", 2, "host", 4);
  static final int RETRY_MINUTES = 5;
  static final int ATTEMPTS = 2;
  private static final int TASKS = 8;
  private static final double DRIFT = Math.log(1.25) / 365;
  private static final double NIGHT = 0.12;
  private static final double OWN = 0.12;

  private final List<Batch> batches = new ArrayList<>();

  /// @param start in minutes after the night begins
  record Batch(String name, int start, List<Job> jobs) {}

  /// @param needs places in the batch
  /// @param log of its typical minutes on the first day
  record Job(String name, List<Integer> needs, String pool, double log, double failure) {}

  NightlyWorld(long seed) {
    var chance = new SplittableRandom(seed);
    for (int number = 0; number < BATCHES; number++) {
      var jobs = new ArrayList<Job>();
      for (int place = 0; place < TASKS; place++) jobs.add(job(place, chance));
      batches.add(new Batch("batch" + number, 10 * number, List.copyOf(jobs)));
    }
  }

  private static Job job(int place, RandomGenerator chance) {
    var needs = new ArrayList<Integer>();
    for (int before = Math.max(0, place - 3); before < place; before++) {
      if (chance.nextDouble() < 0.5) needs.add(before);
    }
    if (place > 0 && needs.isEmpty()) needs.add(place - 1);
    return new Job(
        "job" + place,
        needs,
        chance.nextBoolean() ? "database" : "host",
        Math.log(4 + 16 * chance.nextDouble()),
        chance.nextDouble() < 0.3 ? 0.04 : 0.004);
  }

  List<Batch> batches() {
    return batches;
  }

  static int dayType(LocalDate date) {
    if (date.getDayOfMonth() == date.lengthOfMonth()) return 2;
    boolean weekend =
        date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    return weekend ? 1 : 0;
  }

  /// How long an attempt takes in a night, in milliseconds.
  ///
  /// @param night what the attempts of the batch have in common, in standard deviations
  static long millis(Job job, LocalDate date, double night, RandomGenerator chance) {
    double type =
        switch (dayType(date)) {
          case 0 -> 0;
          case 1 -> -0.3;
          default -> 0.4;
        };
    double outlier = chance.nextDouble() < 0.01 ? Math.log(3) : 0;
    double log =
        job.log()
            + DRIFT * date.getDayOfYear()
            + type
            + NIGHT * night
            + OWN * chance.nextGaussian()
            + outlier;
    return (long) (60_000 * Math.exp(log));
  }
}
