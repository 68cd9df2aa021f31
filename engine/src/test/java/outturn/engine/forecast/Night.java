package outturn.engine.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// One night of a [NightlyWorld] as it really went, played by a second program that knows nothing
/// of the forecast's: it looks at all that waits whenever anything happens. Times are milliseconds
/// after the night begins.
final class Night {
  private final NightlyWorld world;
  private final LocalDate date;
  private final RandomGenerator chance;
  private final Map<String, Integer> free = new HashMap<>(NightlyWorld.POOLS);
  private final List<Attempt> attempts = new ArrayList<>();
  private final Map<Integer, Double> luck = new HashMap<>();

  /// One attempt of a job.
  static final class Attempt {
    final int batch;
    final int job;
    final int number;
    final long ready;
    long begin = Long.MAX_VALUE;
    long end = Long.MAX_VALUE;
    boolean succeeds;

    Attempt(int batch, int job, int number, long ready) {
      this.batch = batch;
      this.job = job;
      this.number = number;
      this.ready = ready;
    }

    boolean waits(long now) {
      return ready <= now && begin == Long.MAX_VALUE;
    }
  }

  Night(NightlyWorld world, LocalDate date, RandomGenerator chance) {
    this.world = world;
    this.date = date;
    this.chance = chance;
    for (int batch = 0; batch < world.batches().size(); batch++) {
      luck.put(batch, chance.nextGaussian());
      var jobs = world.batches().get(batch).jobs();
      for (int job = 0; job < jobs.size(); job++) {
        if (jobs.get(job).needs().isEmpty()) attempts.add(new Attempt(batch, job, 1, start(batch)));
      }
    }
    play();
  }

  long start(int batch) {
    return world.batches().get(batch).start() * 60_000L;
  }

  LocalDate date() {
    return date;
  }

  List<Attempt> attempts() {
    return attempts;
  }

  private void play() {
    for (var now = next(-1); now.isPresent(); now = next(now.get())) {
      for (var attempt : List.copyOf(attempts)) if (attempt.end == now.get()) ended(attempt);
      grant(now.get());
    }
  }

  /// When something happens next.
  private Optional<Long> next(long after) {
    return attempts.stream()
        .flatMap(attempt -> List.of(attempt.ready, attempt.end).stream())
        .filter(time -> time > after && time < Long.MAX_VALUE)
        .min(Comparator.naturalOrder());
  }

  private NightlyWorld.Job job(Attempt attempt) {
    return world.batches().get(attempt.batch).jobs().get(attempt.job);
  }

  private void ended(Attempt attempt) {
    free.merge(job(attempt).pool(), 1, Integer::sum);
    if (!attempt.succeeds) {
      long again = attempt.end + NightlyWorld.RETRY_MINUTES * 60_000L;
      if (attempt.number < NightlyWorld.ATTEMPTS) {
        attempts.add(new Attempt(attempt.batch, attempt.job, attempt.number + 1, again));
      }
      return;
    }
    var jobs = world.batches().get(attempt.batch).jobs();
    for (int other = 0; other < jobs.size(); other++) {
      var needs = jobs.get(other).needs();
      boolean fresh = started(attempt.batch, other).isEmpty();
      boolean ready = needs.stream().allMatch(need -> finish(attempt.batch, need) <= attempt.end);
      if (needs.contains(attempt.job) && fresh && ready) {
        attempts.add(new Attempt(attempt.batch, other, 1, attempt.end));
      }
    }
  }

  private List<Attempt> started(int batch, int job) {
    return attempts.stream().filter(each -> each.batch == batch && each.job == job).toList();
  }

  /// When a job succeeded, or never.
  long finish(int batch, int job) {
    return started(batch, job).stream()
        .filter(attempt -> attempt.succeeds)
        .mapToLong(attempt -> attempt.end)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  /// When a batch succeeded, or never.
  long finish(int batch) {
    int jobs = world.batches().get(batch).jobs().size();
    long last = 0;
    for (int job = 0; job < jobs; job++) last = Math.max(last, finish(batch, job));
    return last;
  }

  /// Whoever holds least goes first, and then who has waited longest.
  private void grant(long now) {
    while (true) {
      var held = new TreeMap<Integer, Integer>();
      for (var attempt : attempts) {
        boolean runs = attempt.begin <= now && attempt.end > now;
        if (runs) held.merge(attempt.batch, 1, Integer::sum);
      }
      var next =
          attempts.stream()
              .filter(
                  attempt -> attempt.waits(now) && free.getOrDefault(job(attempt).pool(), 0) > 0)
              .min(
                  Comparator.<Attempt>comparingInt(each -> held.getOrDefault(each.batch, 0))
                      .thenComparingLong(each -> each.ready)
                      .thenComparingInt(each -> each.batch * 100 + each.job));
      if (next.isEmpty()) return;
      begin(next.get(), now);
    }
  }

  private void begin(Attempt attempt, long now) {
    var job = job(attempt);
    free.merge(job.pool(), -1, Integer::sum);
    long length = NightlyWorld.millis(job, date, luck.getOrDefault(attempt.batch, 0.0), chance);
    attempt.begin = now;
    attempt.succeeds = chance.nextDouble() >= job.failure();
    attempt.end = now + (attempt.succeeds ? length : (long) (length * chance.nextDouble()));
  }
}
