package outturn.runtime.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import outturn.engine.decide.Change;
import outturn.engine.run.AttemptState;
import outturn.engine.run.RunState;
import outturn.store.journal.Journal;

/// Counts the batches of decisions, and what was in those that were committed.
final class Batches implements Journal.Watch {
  private static final Duration[] BUCKETS =
      Arrays.stream(new long[] {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 3_000})
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final Counter changes;
  private final Counter runsStarted;
  private final Map<RunState, Counter> runsEnded;
  private final Counter attemptsStarted;
  private final Map<AttemptState, Counter> attemptsEnded;

  Batches(MeterRegistry registry) {
    this.registry = registry;
    this.changes = registry.counter("batch.changes");
    this.runsStarted = registry.counter("runs.started");
    this.attemptsStarted = registry.counter("attempts.started");
    this.runsEnded = each(RunState.class, "runs.ended", RunState::word, RunState::ended);
    this.attemptsEnded =
        each(
            AttemptState.class,
            "attempts.ended",
            AttemptState::word,
            state -> state != AttemptState.RUNNING);
    for (var outcome : Outcome.values()) timer(outcome);
  }

  /// What can become of a batch.
  private enum Outcome {
    COMMITTED,
    REFUSED,
    UNKNOWN,
    UNFIT;

    static Outcome of(Journal.Outcome outcome) {
      return switch (outcome) {
        case Journal.Outcome.Committed _ -> COMMITTED;
        case Journal.Outcome.Refused _ -> REFUSED;
        case Journal.Outcome.Unknown _ -> UNKNOWN;
        case Journal.Outcome.Unfit _ -> UNFIT;
      };
    }
  }

  private <E extends Enum<E>> Map<E, Counter> each(
      Class<E> type, String name, Function<E, String> word, Function<E, Boolean> counted) {
    var counters = new EnumMap<E, Counter>(type);
    for (var state : type.getEnumConstants()) {
      if (counted.apply(state)) {
        counters.put(state, registry.counter(name, "state", word.apply(state)));
      }
    }
    return counters;
  }

  private Timer timer(Outcome outcome) {
    return Timer.builder("batch.commit")
        .description("time of a batch's transaction, with waiting for a connection")
        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  @Override
  public Journal.Outcome during(Iterable<Change> batch, Supplier<Journal.Outcome> commit) {
    var sample = Timer.start(registry);
    var outcome = commit.get();
    sample.stop(timer(Outcome.of(outcome)));
    if (outcome instanceof Journal.Outcome.Committed) batch.forEach(this::count);
    return outcome;
  }

  private void count(Change change) {
    changes.increment();
    if (change instanceof Change.RunAdded) runsStarted.increment();
    if (change instanceof Change.RunEnded ended) count(runsEnded.get(ended.state()));
    if (change instanceof Change.AttemptEnded ended) count(attemptsEnded.get(ended.state()));
    if (change instanceof Change.AttemptAdded(var row)) {
      // Frames and skipped tasks are rows too, and nobody makes them.
      if (row.by().worker() != 0) attemptsStarted.increment();
    }
  }

  private static void count(@Nullable Counter counter) {
    if (counter != null) counter.increment();
  }
}
