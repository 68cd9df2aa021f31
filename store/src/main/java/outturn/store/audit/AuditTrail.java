package outturn.store.audit;

import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/// Records acts whose effect is not a row that is written here and now, such as a request that the
/// engine carries out: right after it was taken.
public final class AuditTrail {
  private final Jdbi jdbi;
  private final Audit audit;

  public AuditTrail(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.audit = new Audit(clock);
  }

  public void record(Act act) {
    jdbi.useHandle(handle -> audit.record(handle, act));
  }
}
