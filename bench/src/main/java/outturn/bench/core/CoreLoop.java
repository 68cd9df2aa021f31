package outturn.bench.core;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import outturn.engine.decide.Decider;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.engine.decide.World;
import outturn.engine.pool.Capacity;
import outturn.engine.pool.Lane;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.RunId;
import outturn.engine.run.RunIds;
import outturn.engine.run.Version;

/// Decides the same runs again and again in this thread, with no rows and no workers: every attempt
/// that is dispatched is reported as succeeded at once.
final class CoreLoop {
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final LocalDate DATE = LocalDate.parse("2026-03-02");
  private static final int EVENTS_AT_ONCE = 200;
  private static final int SLOTS = 500;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final LongSupplier ticker;
  private final Version version;

  /// @param ticker monotonic nanoseconds
  CoreLoop(Version version, LongSupplier ticker) {
    this.version = version;
    this.ticker = ticker;
  }

  /// One pass over all runs.
  ///
  /// @param events that were decided
  /// @param took by the clock
  /// @param cpu of this thread
  record Round(int events, long took, long cpu) {
    private static final double NANOS_PER_SECOND = 1e9;

    double eventsPerSecond() {
      return events * NANOS_PER_SECOND / took;
    }

    double cpuNanosPerEvent() {
      return (double) cpu / events;
    }
  }

  /// What is sent in a round.
  record Runs(String workflow, int count, Map<String, Object> inputs) {}

  /// The round that is in the middle by CPU, after so many that are not counted.
  Round median(Runs runs, int warmUp, int rounds) {
    for (var round = 0; round < warmUp; round++) once(runs);
    var all = new ArrayList<Round>();
    for (var round = 0; round < rounds; round++) all.add(once(runs));
    all.sort(Comparator.comparingDouble(Round::cpuNanosPerEvent));
    return all.get(rounds / 2);
  }

  Round once(Runs runs) {
    var slots = Map.of(Lane.INSTANT, SLOTS, Lane.PROCESS, SLOTS, Lane.NETWORK, SLOTS);
    var world =
        World.empty(
            new Capacity(slots), new RunIds(new RunId(0)), new SplittableRandom(1), 1, START);
    Queue<Event> events = new ArrayDeque<>();
    for (var run = 0; run < runs.count(); run++) events.add(start(world, runs));
    var decided = 0;
    var began = ticker.getAsLong();
    var cpu = threads.getCurrentThreadCpuTime();
    while (!events.isEmpty() || !world.settled()) {
      var batch = new ArrayList<Event>();
      while (batch.size() < EVENTS_AT_ONCE && !events.isEmpty()) batch.add(events.remove());
      decided += batch.size();
      events.addAll(reports(Decider.decide(world, batch, START).effects()));
    }
    var used = threads.getCurrentThreadCpuTime() - cpu;
    var took = ticker.getAsLong() - began;
    if (!world.runs().isEmpty()) {
      throw new IllegalStateException("%d runs did not end".formatted(world.runs().size()));
    }
    return new Round(decided, took, used);
  }

  private Event start(World world, Runs runs) {
    var order =
        new Order(runs.workflow(), runs.inputs(), DATE, Optional.empty(), new Origin.User("bench"));
    return new Event.Start(world.ids().next(START), version, order, Optional.empty());
  }

  private static List<Event> reports(List<Effect> effects) {
    var reports = new ArrayList<Event>();
    for (var effect : effects) {
      if (effect instanceof Effect.Dispatch it) {
        var done = new Event.Report.Succeeded(Map.of());
        reports.add(new Event.Reported(it.attempt(), it.token(), done));
      }
    }
    return reports;
  }
}
