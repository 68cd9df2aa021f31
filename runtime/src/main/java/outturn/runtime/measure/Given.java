package outturn.runtime.measure;

import java.time.LocalDate;
import java.util.OptionalDouble;

/// An observation that someone wants recorded; not checked yet.
///
/// @param segment empty for the whole
public record Given(
    LocalDate period,
    String segment,
    OptionalDouble value,
    OptionalDouble numerator,
    OptionalDouble denominator) {}
