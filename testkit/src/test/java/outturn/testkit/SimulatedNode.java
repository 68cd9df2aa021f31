package outturn.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import outturn.engine.pool.Lane;
import outturn.engine.run.Rows;
import outturn.runtime.decide.Decisions;
import outturn.runtime.decide.Effects;
import outturn.runtime.decide.Inbox;
import outturn.runtime.decide.Memory;
import outturn.runtime.decide.NewRun;
import outturn.runtime.decide.Post;
import outturn.runtime.decide.RollCall;
import outturn.runtime.disk.FreeDisk;
import outturn.runtime.event.FileWaits;
import outturn.runtime.event.FolderView.Found;
import outturn.runtime.lease.Lease;
import outturn.runtime.live.RunWatch;
import outturn.runtime.project.Definitions;
import outturn.testkit.database.Line;
import outturn.testkit.database.SimulatedDatabase;

/// One life of a server on its host: the real loops, wired as the server wires them, and stepped.
final class SimulatedNode {
  private static final Map<Lane, Integer> SLOTS =
      Map.of(Lane.INSTANT, 4, Lane.PROCESS, 3, Lane.NETWORK, 2);
  private static final long RENEW_EVERY = 3_000_000_000L;
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final List<Found> FILES =
      List.of(new Found("a.csv", 1, Simulation.START), new Found("b-1", 1, Simulation.START));

  final Decisions decisions;
  final SimulatedWorker worker;
  private final Host host;
  private final Line line;
  private final SimulatedDatabase database;
  private final Random random;
  private final Inbox inbox = new Inbox();
  private final Lease lease;
  private final FileWaits files;
  private final Post post;
  private long nextRenewal;
  private long heard;
  private long stopAt = Long.MAX_VALUE;
  // A loop that waits for the database is not begun again; the others go on.
  private boolean renewing;
  private boolean deciding;
  private boolean leaving;

  SimulatedNode(
      Host host,
      Line line,
      SimulatedDatabase database,
      Definitions definitions,
      Random random,
      Witness witness) {
    host.endSurvivors();
    this.host = host;
    this.line = line;
    this.database = database;
    this.random = random;
    this.lease = new Lease(line.nodes(), "simulated", Lease.WORKER, host::ticker);
    this.worker = new SimulatedWorker(host, lease, inbox::tell, random, witness);
    var memory =
        new Memory(
            line.nodes(),
            line.truth(),
            definitions,
            new Memory.Allowance(SLOTS, () -> false),
            new Memory.Chance(host::wallClock, random));
    this.post = new Post(line.mailbox(), memory, worker, lease);
    var rollCall = new RollCall(line.truth(), line.nodes(), worker, lease, inbox);
    rollCall.answerForPredecessors(post);
    this.files = new FileWaits(_ -> files(), inbox::tell, () -> false, host::wallClock);
    var effects = new Effects(worker, new RunWatch(), rollCall, new FreeDisk(() -> 1, 0), files);
    this.decisions =
        new Decisions(lease, inbox, memory, line.journal(), effects, post, host::wallClock);
  }

  /// Each loop goes on a little. Whether it still runs after that.
  boolean step() {
    if (leaving) return true;
    if (random.nextBoolean()) worker.step();
    if (host.now >= nextRenewal || random.nextInt(20) == 0) renew();
    worker.step();
    if (database.rings() != heard && random.nextInt(5) > 0) {
      heard = database.rings();
      post.ring();
      if (random.nextInt(2) == 0) renew();
    }
    files.step();
    decide();
    if (!stopping() || renewing || deciding) return true;
    if (worker.idle() || host.now > stopAt + 10 * RENEW_EVERY) return leave();
    if (host.now > stopAt) worker.abandon();
    return true;
  }

  /// They come and go: every other minute they are there.
  private List<Found> files() {
    return host.now / MINUTE % 2 == 0 ? List.of() : FILES;
  }

  private void decide() {
    if (deciding) return;
    deciding = true;
    try {
      decisions.pass();
    } finally {
      deciding = false;
    }
  }

  private void renew() {
    if (renewing) return;
    renewing = true;
    nextRenewal = host.now + RENEW_EVERY;
    long lapses = lease.lapses();
    try {
      if (lease.renew()) host.beat();
    } finally {
      renewing = false;
    }
    if (lease.lapses() != lapses) worker.abandon();
  }

  CompletableFuture<List<Rows.RunRow>> order(NewRun run) {
    return inbox.order(List.of(run));
  }

  Line line() {
    return line;
  }

  boolean stopping() {
    return stopAt != Long.MAX_VALUE;
  }

  /// Begins to stop, as a server does that is told to.
  void stop(long patience) {
    stopAt = host.now + patience;
    worker.beginNothingMore();
    try {
      line.nodes().drain(lease.incarnation());
    } catch (Line.Cut away) {
      // It stops without handing over.
    }
  }

  private boolean leave() {
    leaving = true;
    host.endSurvivors();
    try {
      lease.held().stream().sorted().forEach(line.nodes()::leave);
    } catch (Line.Cut away) {
      // The lease ends by itself.
    }
    return false;
  }
}
