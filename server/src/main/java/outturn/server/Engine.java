package outturn.server;

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
import outturn.runtime.lease.Lease;
import outturn.runtime.live.RunWatch;
import outturn.runtime.log.LogLane;
import outturn.runtime.node.Loops;
import outturn.runtime.project.Versions;
import outturn.runtime.work.Ledger;
import outturn.runtime.work.WorkOrders;
import outturn.runtime.work.Worker;
import outturn.spi.TaskType;

/// The deciding half of a server: one incarnation of a node, its worker and its loops.
final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final long MOST_LOG_BYTES = 16L << 20;
  private static final int WEEKS_AHEAD = 4;

  final Inbox inbox = new Inbox();
  final RunWatch watch = new RunWatch();
  final Post post;
  private final Stores stores;
  private final LogLane logs;
  private final Worker worker;
  private final long incarnation;
  private final Lease lease;
  private final Decisions decisions;
  private final Loops loops = new Loops();

  /// What the worker works with.
  record Work(Map<String, TaskType> types, WorkOrders orders, Ledger ledger) {}

  Engine(
      Stores stores,
      Versions versions,
      Work work,
      Memory.Allowance allowance,
      String version,
      InstantSource clock) {
    this.stores = stores;
    stores.ranges.make(WEEKS_AHEAD);
    long sent = System.nanoTime();
    this.incarnation = stores.nodes.register(version);
    this.lease = new Lease(stores.nodes, incarnation, System::nanoTime, sent);
    this.logs = new LogLane(stores.logs, MOST_LOG_BYTES, clock);
    this.worker = new Worker(work.types(), work.orders(), work.ledger(), logs, inbox::tell);
    var memory =
        new Memory(
            stores.nodes,
            incarnation,
            stores.truth,
            stores.projects,
            versions,
            allowance,
            new Memory.Chance(clock, new SecureRandom()));
    this.post = new Post(stores.mailbox, memory);
    this.decisions =
        new Decisions(
            inbox, memory, stores.journal, new Effects(worker, watch, inbox), post, clock);
  }

  void start() {
    loops.every(Lease.RENEW_EVERY, "lease", lease::step);
    loops.repeat("logs", logs::step);
    loops.repeat("decisions", () -> decisions.step(lease.mayDecide()));
    loops.every(Duration.ofHours(1), "ranges", () -> stores.ranges.make(WEEKS_AHEAD));
    loops.every(Duration.ofMinutes(10), "sign-ins", stores.logins::sweep);
  }

  /// Whether the state of runs is in memory and decisions are made.
  boolean ready() {
    return decisions.ready();
  }

  /// Whether another node has taken over.
  boolean lost() {
    return lease.lost();
  }

  /// Lets what is under way end, at most so long, and begins nothing more.
  void drain(Duration patience) {
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
      stores.nodes.leave(incarnation);
    } catch (RuntimeException gone) {
      LOG.warn("the lease ends by itself, the database is away: {}", gone.getMessage());
    }
  }
}
