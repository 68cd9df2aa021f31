package outturn.store.measure;

import java.time.Instant;

/// An observation in the record.
///
/// @param revision 1 is the first that was known of its period
public record RecordedObservation(
    Observation observation, int revision, Instant recordedAt, Source source) {}
