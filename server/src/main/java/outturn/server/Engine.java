package outturn.server;

import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.runtime.decide.Decisions;
import outturn.runtime.decide.Effects;
import outturn.runtime.decide.Inbox;
import outturn.runtime.decide.Memory;
import outturn.runtime.decide.Post;
import outturn.runtime.decide.RollCall;
import outturn.runtime.disk.FreeDisk;
import outturn.runtime.event.FileWaits;
import outturn.runtime.event.FolderView;
import outturn.runtime.lease.Lease;
import outturn.runtime.live.RunWatch;
import outturn.runtime.log.LogLane;
import outturn.runtime.node.Loops;
import outturn.runtime.project.StoredDefinitions;
import outturn.runtime.project.Versions;
import outturn.runtime.work.HostWorker;
import outturn.runtime.work.Ledger;
import outturn.runtime.work.WorkOrders;
import outturn.spi.TaskType;
import outturn.tasks.process.Guard;

/// The deciding half of a server: one incarnation of a node, its worker and its loops.
final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final long MOST_LOG_BYTES = 16L << 20;
  private static final int WEEKS_AHEAD = 4;
  private static final Duration LISTEN = Duration.ofMinutes(1);
  private static final Duration AWAY = Duration.ofSeconds(1);

  final Inbox inbox = new Inbox();
  final RunWatch watch = new RunWatch();
  final Post post;
  final Memory.Allowance allowance;
  private final Stores stores;
  private final LogLane logs;
  private final HostWorker worker;
  private final FreeDisk disk;
  private final FileWaits files;
  private final Guard guard;
  private final Lease lease;
  private final Decisions decisions;
  private final Loops loops = new Loops();

  /// Who this node is.
  ///
  /// @param workerLease how long its worker counts as alive when it is not heard of
  record Node(String version, Duration workerLease) {}

  /// What the worker works with.
  record Work(
      Map<String, TaskType> types, WorkOrders orders, Ledger ledger, FreeDisk disk, Guard guard) {}

  Engine(
      Stores stores,
      Versions versions,
      Work work,
      Memory.Allowance allowance,
      Node node,
      InstantSource clock) {
    this.stores = stores;
    this.allowance = allowance;
    stores.ranges.make(WEEKS_AHEAD);
    this.disk = work.disk();
    this.guard = work.guard();
    this.lease = new Lease(stores.nodes, node.version(), node.workerLease(), System::nanoTime);
    this.logs = new LogLane(stores.logs, MOST_LOG_BYTES, clock);
    this.worker =
        new HostWorker(work.types(), work.orders(), work.ledger(), lease, logs, inbox::tell);
    var memory =
        new Memory(
            stores.nodes,
            stores.truth,
            new StoredDefinitions(stores.projects, versions),
            allowance,
            new Memory.Chance(clock, new SecureRandom()));
    this.post = new Post(stores.mailbox, memory, worker, lease);
    var rollCall = new RollCall(stores.truth, stores.nodes, worker, lease, inbox);
    rollCall.answerForPredecessors(post);
    this.files = new FileWaits(FolderView.ofHost(), inbox::tell, allowance.held(), clock);
    var effects = new Effects(worker, watch, rollCall, disk, files);
    this.decisions = new Decisions(lease, inbox, memory, stores.journal, effects, post, clock);
  }

  void start() {
    loops.repeat("lease", this::renew);
    loops.repeat("bell", this::listen);
    loops.repeat("logs", logs::step);
    loops.repeat("decisions", decisions::step);
    loops.every(Duration.ofSeconds(1), "disk", disk::look);
    loops.every(Duration.ofSeconds(1), "awaited files", files::step);
    loops.every(Duration.ofHours(1), "ranges", () -> stores.ranges.make(WEEKS_AHEAD));
    loops.every(Duration.ofMinutes(10), "sign-ins", stores.identity.logins()::sweep);
  }

  /// Whether the state of runs is in memory and decisions are made.
  boolean ready() {
    return decisions.ready();
  }

  /// Whether this node has not been able to renew its lease.
  boolean away() {
    return !lease.mayDecide();
  }

  private void renew() throws InterruptedException {
    long lapses = lease.lapses();
    if (lease.step()) guard.beat();
    if (lease.lapses() != lapses) worker.abandon();
    if (!lease.even()) inbox.ring();
  }

  private void listen() throws InterruptedException {
    try {
      if (!stores.bell.await(LISTEN)) return;
      lease.hurry();
      post.ring();
      inbox.ring();
    } catch (UncheckedIOException away) {
      // The sweeps of the mailbox and of the lease go on without it.
      Thread.sleep(AWAY);
    }
  }

  /// Lets what is under way end, at most so long, and begins nothing more; others decide from now
  /// on, if there are others.
  void drain(Duration patience) {
    try {
      stores.nodes.drain(lease.incarnation());
    } catch (RuntimeException away) {
      LOG.warn("cannot hand over, the database is away: {}", away.getMessage());
    }
    try {
      worker.drain(patience);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    loops.close();
    worker.close();
    try {
      stores.bell.close();
      lease.held().forEach(stores.nodes::leave);
    } catch (RuntimeException gone) {
      LOG.warn("the lease ends by itself, the database is away: {}", gone.getMessage());
    }
  }
}
