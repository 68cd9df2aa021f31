package outturn.store.audit;

import java.time.Instant;
import java.util.Optional;

/// Which entries of the audit trail are wanted; what is empty does not matter.
///
/// @param action how it begins
/// @param to itself not in it
public record AuditFilter(
    Optional<String> who,
    Optional<String> action,
    Optional<String> subject,
    Optional<Instant> from,
    Optional<Instant> to) {}
