package outturn.runtime.retention;

import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.runtime.project.InForce;
import outturn.store.retention.Expiry;
import outturn.store.retention.Keep;

/// Ends what workflows say is kept long enough. One node does it at a time; a restored copy that is
/// held loses nothing, however old it is.
public final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private final InForce inForce;
  private final Expiry expiry;
  private final BooleanSupplier held;
  private final InstantSource clock;

  public Retention(InForce inForce, Expiry expiry, BooleanSupplier held, InstantSource clock) {
    this.inForce = inForce;
    this.expiry = expiry;
    this.held = held;
    this.clock = clock;
  }

  /// One pass over all that has expired by now.
  public void step() throws InterruptedException {
    if (held.getAsBoolean()) return;
    var keep =
        inForce.workflows().stream()
            .map(
                entry -> new Keep(entry.name(), entry.project(), entry.value().about().retention()))
            .toList();
    expiry
        .remove(keep, clock.instant())
        .filter(removed -> !removed.nothing())
        .ifPresent(removed -> LOG.info("retention: {}", removed));
  }
}
