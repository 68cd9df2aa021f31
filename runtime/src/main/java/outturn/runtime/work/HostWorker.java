package outturn.runtime.work;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.engine.pool.Lane;
import outturn.runtime.lease.Lease;
import outturn.runtime.log.AttemptLog;
import outturn.runtime.log.LogLane;
import outturn.spi.Log;
import outturn.spi.Request;
import outturn.spi.TaskType;

/// Makes attempts on this host, each on a virtual thread of its own, and reports how they ended.
/// How many run at once is decided by the engine, which hands out the slots.
public final class HostWorker implements Worker, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HostWorker.class);
  private static final Duration HELD = Duration.ofSeconds(1);
  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration LAST_WORDS = Duration.ofSeconds(30);

  private final Map<String, TaskType> types;
  private final WorkOrders orders;
  private final Ledger ledger;
  private final Lease lease;
  private final LogLane logs;
  private final Consumer<Event> report;
  private final Map<Long, Attempt> attempts = new ConcurrentHashMap<>();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("attempt-", 0).factory());
  private final ScheduledExecutorService timeouts = timeouts();

  /// @param report hears how each attempt ended, from any thread
  public HostWorker(
      Map<String, TaskType> types,
      WorkOrders orders,
      Ledger ledger,
      Lease lease,
      LogLane logs,
      Consumer<Event> report) {
    this.types = Map.copyOf(types);
    this.orders = orders;
    this.ledger = ledger;
    this.lease = lease;
    this.logs = logs;
    this.report = report;
  }

  /// Why an attempt is to end before it is done.
  private enum End {
    CANCELLED,
    TIMEOUT
  }

  private static final class Attempt {
    private final AtomicReference<@Nullable End> end = new AtomicReference<>();
    private volatile @Nullable Future<?> thread;
    private volatile @Nullable Thread worker;

    void stop(End why) {
      if (!end.compareAndSet(null, why)) return;
      var running = thread;
      if (running != null) running.cancel(true);
    }

    /// Asks for the end, and asks again: whoever gives it some time to end gives no more.
    void kill() {
      stop(End.CANCELLED);
      var working = worker;
      if (working != null) working.interrupt();
    }
  }

  /// What is cancelled goes at once: most attempts end long before their timeout.
  private static ScheduledExecutorService timeouts() {
    var factory = Thread.ofPlatform().name("timeouts").daemon().factory();
    var timeouts = new ScheduledThreadPoolExecutor(1, factory);
    timeouts.setRemoveOnCancelPolicy(true);
    return timeouts;
  }

  @Override
  public void make(Effect.Dispatch dispatch, long lapses) {
    if (stopping.get()) return;
    var attempt = new Attempt();
    if (attempts.putIfAbsent(dispatch.token(), attempt) != null) return;
    attempt.thread = threads.submit(() -> work(dispatch, attempt, lapses));
    // Stopped between the two lines above: the interrupt has not gone out yet.
    var running = attempt.thread;
    if (attempt.end.get() != null && running != null) running.cancel(true);
  }

  @Override
  public void stop(long token, Effect.Urgency urgency) {
    var attempt = attempts.get(token);
    if (attempt == null) return;
    switch (urgency) {
      case ASK -> attempt.stop(End.CANCELLED);
      case KILL -> attempt.kill();
    }
  }

  @Override
  public boolean has(long token) {
    return attempts.containsKey(token);
  }

  @Override
  public void settled(long token) {
    attempts.remove(token);
    ledger.ended(token);
  }

  @Override
  public boolean mayHaveStarted(long token) {
    return ledger.mayHaveStarted(token);
  }

  private void work(Effect.Dispatch dispatch, Attempt attempt, long lapses) {
    if (!lease.workerHolds() || lease.lapses() != lapses) {
      // Not begun: it is sent again, unless others took it for lost.
      attempts.remove(dispatch.token());
      report.accept(
          new Event.Reported(
              dispatch.attempt(), dispatch.token(), new Event.Report.NeverStarted()));
      return;
    }
    Event.Report came;
    attempt.worker = Thread.currentThread();
    try {
      if (Lane.of(dispatch.task().action()).equals(Optional.of(Lane.INSTANT))) {
        came = new Event.Report.Succeeded(Map.of());
      } else if (begins(dispatch.token(), attempt)) {
        came = made(dispatch, attempt);
      } else if (stopping.get()) {
        attempts.remove(dispatch.token());
        return;
      } else {
        came = ended(dispatch, attempt);
      }
    } catch (RuntimeException | Error bug) {
      came = failed(FailureKind.START, "the worker failed: " + bug);
    } finally {
      attempt.worker = null;
    }
    boolean lapsed = !lease.workerHolds() || lease.lapses() != lapses;
    if (lapsed && !(came instanceof Event.Report.Succeeded)) came = new Event.Report.Lost();
    report.accept(new Event.Reported(dispatch.attempt(), dispatch.token(), came));
  }

  /// Ends everything that is under way: the lease has lapsed, and others may make it anew.
  public void abandon() {
    attempts.values().forEach(attempt -> attempt.stop(End.CANCELLED));
  }

  /// Notes that the attempt begins. While that cannot be written down, as on a full disk, the
  /// attempt is not made, but held.
  private boolean begins(long token, Attempt attempt) {
    while (!stopping.get() && attempt.end.get() == null) {
      try {
        ledger.starting(token);
        return true;
      } catch (UncheckedIOException full) {
        LOG.warn("an attempt is held: {}", full.toString());
        if (!pause()) return false;
      }
    }
    return false;
  }

  private static boolean pause() {
    try {
      Thread.sleep(HELD);
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  private Event.Report made(Effect.Dispatch dispatch, Attempt attempt) {
    var timeout = dispatch.task().rules().timeout();
    var alarm =
        timeout.map(length ->
            timeouts.schedule(
                () -> attempt.stop(End.TIMEOUT), length.toMillis(), TimeUnit.MILLISECONDS));
    var log = logs.open(dispatch.attempt());
    try {
      return masked(attempted(dispatch, attempt, log), log);
    } finally {
      alarm.ifPresent(timer -> timer.cancel(false));
      log.close();
    }
  }

  /// A failure's message may quote what the task wrote: it is masked as the log is, and noted
  /// there.
  private static Event.Report masked(Event.Report report, AttemptLog log) {
    if (!(report instanceof Event.Report.Failed(var failure))) return report;
    // A NUL is no character to the database.
    var message = log.masked(failure.message()).replace('\0', '\uFFFD');
    log.line(Log.Stream.NOTE, message);
    return new Event.Report.Failed(new Failure(failure.kind(), failure.exitCode(), message));
  }

  private Event.Report attempted(Effect.Dispatch dispatch, Attempt attempt, AttemptLog log) {
    try (var order = orders.prepare(dispatch, log)) {
      if (attempt.end.get() != null) return ended(dispatch, attempt);
      var type = types.get(order.request().type());
      if (type == null) {
        return failed(FailureKind.START, "no task type '%s'".formatted(order.request().type()));
      }
      return outcome(type.run(order.request()), order.request());
    } catch (InterruptedException interrupted) {
      return ended(dispatch, attempt);
    } catch (EvaluationFailed failed) {
      return failed(FailureKind.START, failed.reason());
    } catch (RuntimeException failure) {
      if (attempt.end.get() != null) return ended(dispatch, attempt);
      return failed(FailureKind.START, String.valueOf(failure.getMessage()));
    }
  }

  private Event.Report ended(Effect.Dispatch dispatch, Attempt attempt) {
    if (attempt.end.get() == End.TIMEOUT) {
      var timeout = dispatch.task().rules().timeout().orElse(Duration.ZERO);
      return failed(FailureKind.TIMEOUT, "ran longer than its timeout of " + Words.of(timeout));
    }
    return new Event.Report.Cancelled();
  }

  private static Event.Report outcome(TaskType.Result result, Request request) {
    return switch (result) {
      case TaskType.Result.Done(var outputs) -> Outputs.checked(outputs, request.promised());
      case TaskType.Result.Failed(var kind, var exitCode, var message) ->
          new Event.Report.Failed(
              new Failure(
                  FailureKind.valueOf(kind.name()),
                  kind == TaskType.Result.Kind.EXIT ? Optional.of(exitCode) : Optional.empty(),
                  message));
    };
  }

  private static Event.Report failed(FailureKind kind, String message) {
    return new Event.Report.Failed(Failure.of(kind, message));
  }

  /// How many attempts are under way, or not yet committed.
  public int underWay() {
    return attempts.size();
  }

  /// Begins nothing more and waits until the ends of all attempts are committed, at most so long;
  /// those that are left are told to end, and count as lost.
  public void drain(Duration patience) throws InterruptedException {
    stopping.set(true);
    if (allEndWithin(patience)) return;
    attempts.values().forEach(attempt -> attempt.stop(End.CANCELLED));
    allEndWithin(LAST_WORDS);
  }

  private boolean allEndWithin(Duration patience) throws InterruptedException {
    long left = patience.dividedBy(POLL);
    while (!attempts.isEmpty() && left-- > 0) Thread.sleep(POLL);
    return attempts.isEmpty();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    timeouts.shutdownNow();
  }
}
