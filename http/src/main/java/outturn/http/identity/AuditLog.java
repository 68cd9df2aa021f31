package outturn.http.identity;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.store.audit.Act;
import outturn.store.audit.AuditTrail;

/// Writes into the audit trail what was just taken to be done. What is done stays done: an entry
/// that cannot be written goes to the server's log.
public final class AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

  private final AuditTrail trail;

  public AuditLog(AuditTrail trail) {
    this.trail = trail;
  }

  public void done(String who, String action, String subject, Map<String, Object> details) {
    var act = new Act(who, action, subject, details);
    try {
      trail.record(act);
    } catch (RuntimeException failure) {
      LOG.error("not in the audit trail, since it cannot be written: {}", act, failure);
    }
  }
}
