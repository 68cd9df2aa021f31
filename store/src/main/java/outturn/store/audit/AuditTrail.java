package outturn.store.audit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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

  /// What people did to a run after its start, oldest first; so many at most.
  ///
  /// @param subjects the run, and those of its tasks that acts are about
  public List<AuditEntry> ofRun(List<String> subjects, int limit) {
    return jdbi.withHandle(handle -> audit.ofRun(handle, subjects, limit));
  }

  /// What people wrote down about runs since then, newest first.
  public List<AuditEntry> notes(Instant since, int limit) {
    return jdbi.withHandle(handle -> audit.notes(handle, since, limit));
  }

  /// Those before the given id that a filter lets through, newest first; start with
  /// [Long#MAX_VALUE].
  public List<AuditEntry> page(AuditFilter filter, long before, int limit) {
    return jdbi.withHandle(handle -> audit.page(handle, filter, before, limit));
  }

  public void record(Act act) {
    jdbi.useHandle(handle -> audit.record(handle, act));
  }
}
