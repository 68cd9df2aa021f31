package outturn.runtime.measure;

import java.util.Optional;
import java.util.OptionalDouble;
import outturn.store.measure.RecordedObservation;

/// A recorded observation with its value.
///
/// @param value in the measure's unit, also where only numerator and denominator were recorded;
///   empty for nothing of nothing
/// @param excluded why it does not count: `it is above 100`
public record Reading(
    RecordedObservation recorded, OptionalDouble value, Optional<String> excluded) {}
