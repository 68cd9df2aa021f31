package outturn.evidence.its.model;

import outturn.evidence.series.Series;

/// Another series that moves the measure and that the intervention did not touch.
///
/// @param name as it is told in messages
/// @param values as many as the measure has periods; a period without one is left out
public record Control(String name, Series values) {}
