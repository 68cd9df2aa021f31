package outturn.store.audit;

import java.time.Instant;

/// One line of the audit trail; ids grow with time.
public record AuditEntry(long id, Instant at, Act act) {}
