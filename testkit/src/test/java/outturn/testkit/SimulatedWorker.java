package outturn.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.engine.pool.Lane;
import outturn.runtime.lease.Lease;
import outturn.runtime.work.Worker;
import outturn.testkit.database.SimulatedDatabase;

/// A worker whose attempts take their time, and end as chance will have it.
final class SimulatedWorker implements Worker {
  private final Host host;
  private final Lease lease;
  private final Consumer<Event> report;
  private final Random random;
  private final Witness witness;
  private final Set<Long> inherited;
  private final Map<Long, Attempt> attempts = new LinkedHashMap<>();
  private boolean stopping;

  private static final class Attempt {
    private final Effect.Dispatch dispatch;
    private Host.@Nullable Child process;
    private final long lapses;
    private final boolean slow;
    private boolean stopAsked;
    private boolean reported;

    /// @param chance one of six takes its time before it begins
    Attempt(Effect.Dispatch dispatch, long lapses, Random chance) {
      this.dispatch = dispatch;
      this.lapses = lapses;
      this.slow = chance.nextInt(6) == 0;
    }
  }

  SimulatedWorker(Host host, Lease lease, Consumer<Event> report, Random random, Witness witness) {
    this.host = host;
    this.lease = lease;
    this.report = report;
    this.random = random;
    this.witness = witness;
    this.inherited = Set.copyOf(host.ledger);
  }

  @Override
  public void make(Effect.Dispatch dispatch, long lapses) {
    if (!stopping) attempts.putIfAbsent(dispatch.token(), new Attempt(dispatch, lapses, random));
  }

  @Override
  public void stop(long token, Effect.Urgency urgency) {
    var attempt = attempts.get(token);
    if (attempt == null) return;
    attempt.stopAsked = true;
    var process = attempt.process;
    if (process != null) process.ends = Math.min(process.ends, host.now + seconds(3));
  }

  @Override
  public boolean has(long token) {
    return attempts.containsKey(token);
  }

  @Override
  public void settled(long token) {
    attempts.remove(token);
    host.ledger.remove(token);
  }

  @Override
  public boolean mayHaveStarted(long token) {
    return inherited.contains(token);
  }

  void abandon() {
    attempts.keySet().forEach(token -> stop(token, Effect.Urgency.ASK));
  }

  void beginNothingMore() {
    stopping = true;
  }

  boolean idle() {
    return attempts.isEmpty();
  }

  void step() {
    for (var attempt : new ArrayList<>(attempts.values())) {
      if (attempt.reported) continue;
      var process = attempt.process;
      if (process == null) begin(attempt);
      else if (process.over) report(attempt, ended(attempt, process.killed));
    }
  }

  private void begin(Attempt attempt) {
    var dispatch = attempt.dispatch;
    if (!lease.workerHolds() || lease.lapses() != attempt.lapses) {
      attempts.remove(dispatch.token());
      report.accept(
          new Event.Reported(
              dispatch.attempt(), dispatch.token(), new Event.Report.NeverStarted()));
    } else if (Lane.of(dispatch.task().action()).equals(Optional.of(Lane.INSTANT))) {
      report(attempt, new Event.Report.Succeeded(Map.of()));
    } else if (stopping) {
      attempts.remove(dispatch.token());
    } else if (attempt.stopAsked) {
      report(attempt, new Event.Report.Cancelled());
    } else if (attempt.slow ? random.nextInt(16) == 0 : random.nextInt(4) > 0) {
      host.ledger.add(dispatch.token());
      witness.begins(dispatch);
      long length = seconds(random.nextInt(6) == 0 ? 250 : 8);
      attempt.process = host.start(dispatch.token(), host.now + length);
    }
  }

  private Event.Report ended(Attempt attempt, boolean killed) {
    boolean lapsed = !lease.workerHolds() || lease.lapses() != attempt.lapses;
    if (attempt.stopAsked || killed) {
      return lapsed ? new Event.Report.Lost() : new Event.Report.Cancelled();
    }
    return switch (random.nextInt(20)) {
      case 0, 1 -> lapsed ? new Event.Report.Lost() : failed(FailureKind.EXIT);
      case 2 -> lapsed ? new Event.Report.Lost() : failed(FailureKind.TIMEOUT);
      case 3 -> new Event.Report.Succeeded(Map.of("n", SimulatedDatabase.UNFIT));
      default -> new Event.Report.Succeeded(Map.of("n", (long) random.nextInt(1000)));
    };
  }

  private static Event.Report failed(FailureKind kind) {
    return new Event.Report.Failed(Failure.of(kind, "broke"));
  }

  private void report(Attempt attempt, Event.Report came) {
    attempt.reported = true;
    witness.reports(attempt.dispatch.token(), came);
    report.accept(new Event.Reported(attempt.dispatch.attempt(), attempt.dispatch.token(), came));
  }

  private long seconds(int most) {
    return (long) (random.nextDouble() * Duration.ofSeconds(most).toNanos());
  }
}
