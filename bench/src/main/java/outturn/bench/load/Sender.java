package outturn.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;

/// Sends a load and waits until all of it has ended.
final class Sender {
  static final int BATCH = 500;
  static final int CLIENTS = 8;

  // The end is seen at most so much later than it came: a fiftieth of the time until then.
  private static final long PRECISION = 50;
  private static final long SHORTEST_PAUSE = Duration.ofMillis(1).toNanos();
  private static final long LONGEST_PAUSE = Duration.ofMillis(50).toNanos();

  private final Api api;
  private final Deadline deadline;
  private final Duration pace;

  /// @param pace from one run of a trickle to the next
  Sender(Api api, Deadline deadline, Duration pace) {
    this.api = api;
    this.deadline = deadline;
    this.pace = pace;
  }

  Sent send(Load load) throws InterruptedException {
    return switch (load.shape()) {
      case SINGLE, CHAIN, PROCESS -> inBatches(load, BATCH);
      case FAN -> inBatches(load, 1);
      case ONE_BY_ONE -> fromClients(load);
      case TRICKLE, HOP -> trickle(load, pace);
    };
  }

  Sent warmUp(Load load) throws InterruptedException {
    var warming = load.warmUp();
    return load.shape().isPaced() ? trickle(warming, Duration.ZERO) : send(warming);
  }

  private Sent inBatches(Load load, int batch) throws InterruptedException {
    var start = deadline.now();
    var ids = new ArrayList<String>();
    while (ids.size() < load.runs()) {
      if (deadline.isOver()) throw late("%d of %d runs".formatted(ids.size(), load.runs()), load);
      ids.addAll(api.start(load, ids.size(), Math.min(batch, load.runs() - ids.size())));
    }
    return new Sent(ids, untilAllEnded(load, start), List.of());
  }

  private Sent fromClients(Load load) throws InterruptedException {
    var start = deadline.now();
    var left = new AtomicInteger(load.runs());
    var ids = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var clients = new ArrayList<Future<List<String>>>();
      for (var i = 0; i < CLIENTS; i++) clients.add(threads.submit(client(load, left)));
      for (var client : clients) ids.addAll(client.get());
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof CommandFailed failed) throw failed;
      throw new IllegalStateException("a client of the bench broke", failure.getCause());
    }
    return new Sent(ids, untilAllEnded(load, start), List.of());
  }

  /// Asks for one run after the other as long as there are some left; when it fails, none are.
  private Callable<List<String>> client(Load load, AtomicInteger left) {
    return () -> {
      var ids = new ArrayList<String>();
      try (var caller = api.caller()) {
        for (var run = left.decrementAndGet(); run >= 0; run = left.decrementAndGet()) {
          if (deadline.isOver()) throw late("not all of %d runs".formatted(load.runs()), load);
          ids.add(Api.start(caller, load, run));
        }
        return ids;
      } catch (RuntimeException failure) {
        left.set(0);
        throw failure;
      }
    };
  }

  /// Latency counts from when a run was to be sent, so that one that comes late, because the one
  /// before took long, does not look quick.
  private Sent trickle(Load load, Duration pace) throws InterruptedException {
    var start = deadline.now();
    var ids = new ArrayList<String>();
    var latencies = new ArrayList<Duration>();
    try (var caller = api.caller()) {
      for (var run = 0; run < load.runs(); run++) {
        var due = pace.isZero() ? deadline.now() : start + run * pace.toNanos();
        pause(due - deadline.now());
        ids.add(Api.start(caller, load, run));
        latencies.add(untilEnded(caller, ids.getLast(), load, due));
      }
    }
    return new Sent(ids, Duration.ofNanos(deadline.now() - start), latencies);
  }

  private Duration untilEnded(Caller caller, String run, Load load, long start)
      throws InterruptedException {
    while (!Api.hasEnded(caller, run)) {
      if (deadline.isOver()) throw notEnded(load);
      pause(pauseAfter(deadline.now() - start));
    }
    return Duration.ofNanos(deadline.now() - start);
  }

  /// The time from a start until no run of the load's workflow was there.
  private Duration untilAllEnded(Load load, long start) throws InterruptedException {
    while (api.live(load.workflow(), 1) > 0) {
      if (deadline.isOver()) throw notEnded(load);
      pause(pauseAfter(deadline.now() - start));
    }
    return Duration.ofNanos(deadline.now() - start);
  }

  static long pauseAfter(long nanos) {
    return Math.clamp(nanos / PRECISION, SHORTEST_PAUSE, LONGEST_PAUSE);
  }

  private static void pause(long nanos) throws InterruptedException {
    if (nanos > 0) Thread.sleep(Duration.ofNanos(nanos));
  }

  private CommandFailed late(String sent, Load load) {
    return failed("%s could be sent".formatted(sent), load);
  }

  private CommandFailed notEnded(Load load) {
    var live = api.live(load.workflow(), Api.PAGE);
    return failed(
        "%s%d of %d runs have not ended"
            .formatted(live == Api.PAGE ? "at least " : "", live, load.runs()),
        load);
  }

  private CommandFailed failed(String what, Load load) {
    return new CommandFailed(
        ExitCode.REFUSED,
        "not measured: after %d s %s".formatted(deadline.patience().toSeconds(), what),
        "give it more time with --timeout SECONDS, or less to do with --runs N;",
        "those under way go on: outturn runs --workflow %s".formatted(load.workflow()));
  }
}
