package outturn.runtime.lease;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.store.ownership.Audible;
import outturn.store.ownership.Claim;
import outturn.store.ownership.Nodes;

/// This node's leases: one to decide, a longer one for the attempts of its worker. The database's
/// clock says when they end for others; this node measures them on its own monotonic clock, from
/// before each renewal was sent, and stops well before that.
///
/// A node that was declared dead, or whose worker's lease has lapsed, begins again as a new
/// incarnation.
public final class Lease {
  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

  /// How long a worker that is not heard of counts as alive, unless it is said otherwise.
  public static final Duration WORKER = Duration.ofSeconds(90);

  private static final Duration RENEW_EVERY = Duration.ofSeconds(3);
  static final Duration DECIDE_FOR = Duration.ofSeconds(7);

  private final Nodes nodes;
  private final String version;
  private final Duration silence;
  private final LongSupplier ticker;
  private final Semaphore bell = new Semaphore(0);
  // Incarnations that this process has had; the attempts of all are this worker's.
  private final Set<Long> held = new HashSet<>();
  // Of those, the ones whose attempts under way were ended.
  private Set<Long> lapsed = Set.of();
  private volatile long incarnation;
  private volatile long heldSince;
  private final AtomicLong lapses = new AtomicLong();
  private volatile boolean even;
  private volatile Audible audible = Audible.NOBODY;

  /// Registers the node.
  ///
  /// @param workerLease as the others count it
  /// @param ticker monotonic, in nanoseconds
  public Lease(Nodes nodes, String version, Duration workerLease, LongSupplier ticker) {
    this.nodes = nodes;
    this.version = version;
    this.silence = silence(workerLease);
    this.ticker = ticker;
    this.heldSince = ticker.getAsLong();
    this.incarnation = nodes.register(version);
    held.add(incarnation);
    // The first renewal comes at once.
    hurry();
  }

  /// How long a node may not be heard of before its processes are ended: well before others may
  /// count its attempts as lost.
  public static Duration silence(Duration workerLease) {
    return workerLease.multipliedBy(2).dividedBy(3);
  }

  public long incarnation() {
    return incarnation;
  }

  /// Whether this node may decide now: its lease holds, and it knows who else is there.
  public boolean mayDecide() {
    return since() < DECIDE_FOR.toNanos() && !audible.incarnations().isEmpty();
  }

  /// Whether the worker may begin an attempt, and what it has under way still counts.
  public boolean workerHolds() {
    return since() < silence.toNanos();
  }

  /// How often the worker's lease has lapsed: what was under way then was ended, and is lost.
  public long lapses() {
    return lapses.get();
  }

  private long since() {
    return ticker.getAsLong() - heldSince;
  }

  /// Whether this node has its share of the partitions; if not, it is to take or to give some.
  public boolean even() {
    return even;
  }

  /// The share was just taken.
  public void taken(Claim claim) {
    even = true;
    hear(claim.audible());
  }

  /// Keeps the newest of what was heard.
  private synchronized void hear(Audible heard) {
    if (heard.at().isAfter(audible.at())) audible = heard;
  }

  /// The incarnations whose workers may have attempts under way, as far as is known here.
  public Set<Long> audible() {
    return audible.incarnations();
  }

  /// Whether an attempt of this incarnation's worker is one of this process.
  public boolean own(long worker) {
    synchronized (held) {
      return held.contains(worker);
    }
  }

  /// The incarnations that this process has had.
  public Set<Long> held() {
    synchronized (held) {
      return Set.copyOf(held);
    }
  }

  /// Has the next renewal come at once: something about the nodes has changed.
  public void hurry() {
    if (bell.availablePermits() == 0) bell.release();
  }

  /// Waits until it is time, and renews once; whether that succeeded, see [#renew].
  public boolean step() throws InterruptedException {
    if (bell.tryAcquire(RENEW_EVERY.toMillis(), TimeUnit.MILLISECONDS)) bell.drainPermits();
    return renew();
  }

  /// Renews once; whether that succeeded, and was answered in good time. Whoever ends the processes
  /// of a silent node may count its silence from now only then: an old answer says little about how
  /// long the others wait.
  public boolean renew() {
    try {
      if (!workerHolds() && !lapsed.contains(incarnation)) lapse();
      long sent = ticker.getAsLong();
      var renewal = nodes.renew(incarnation, living());
      hear(renewal.audible());
      if (!renewal.workersHeld()) lapse();
      if (!renewal.alive() || lapsed.contains(incarnation)) {
        again();
      } else {
        heldSince = sent;
        even = renewal.even();
      }
      return since() < silence.toNanos() / 2;
    } catch (RuntimeException failure) {
      LOG.warn("cannot renew the lease: {}", failure.getMessage());
      return false;
    }
  }

  /// The incarnations whose workers' leases are to be renewed.
  private Set<Long> living() {
    var living = new HashSet<>(held());
    living.removeAll(lapsed);
    return living;
  }

  private void lapse() {
    lapsed = held();
    lapses.incrementAndGet();
    LOG.warn(
        "not heard of for longer than {} s: the attempts that were under way are lost",
        silence.toSeconds());
  }

  private void again() {
    long sent = ticker.getAsLong();
    long before = incarnation;
    long fresh = nodes.register(version);
    synchronized (held) {
      held.add(fresh);
    }
    incarnation = fresh;
    heldSince = sent;
    even = false;
    LOG.warn("this node no longer decides as number {}; it takes part again as {}", before, fresh);
  }
}
