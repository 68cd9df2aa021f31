package outturn.runtime.measure;

import java.util.OptionalDouble;
import outturn.store.measure.RecordedObservation;

/// A recorded observation with its value.
///
/// @param value in the measure's unit, also where only numerator and denominator were recorded;
///   empty for nothing of nothing
public record Reading(RecordedObservation recorded, OptionalDouble value) {}
