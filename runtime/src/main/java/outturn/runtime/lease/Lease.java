package outturn.runtime.lease;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.store.ownership.Nodes;

/// This node's lease. The database's clock says when it ends for others; this node measures it on
/// its own monotonic clock, from before each renewal was sent, and stops deciding well before that.
public final class Lease {
  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
  public static final Duration RENEW_EVERY = Duration.ofSeconds(3);
  static final Duration DECIDE_FOR = Duration.ofSeconds(7);

  private final Nodes nodes;
  private final long incarnation;
  private final LongSupplier ticker;
  private final AtomicLong heldSince;
  private final AtomicBoolean lost = new AtomicBoolean();

  /// @param ticker monotonic, in nanoseconds
  /// @param sent the ticker's value from before the incarnation was registered
  public Lease(Nodes nodes, long incarnation, LongSupplier ticker, long sent) {
    this.nodes = nodes;
    this.incarnation = incarnation;
    this.ticker = ticker;
    this.heldSince = new AtomicLong(sent);
  }

  /// Whether this node may decide now.
  public boolean mayDecide() {
    return !lost.get() && ticker.getAsLong() - heldSince.get() < DECIDE_FOR.toNanos();
  }

  /// Whether another node has declared this one dead: it never decides again.
  public boolean lost() {
    return lost.get();
  }

  /// Renews the lease once.
  public void step() {
    long sent = ticker.getAsLong();
    try {
      if (nodes.renew(incarnation)) {
        heldSince.set(sent);
      } else {
        lost.set(true);
        LOG.error("another node has taken over: this one decides nothing more; restart it");
      }
    } catch (RuntimeException failure) {
      LOG.warn("cannot renew the lease: {}", failure.getMessage());
    }
  }
}
