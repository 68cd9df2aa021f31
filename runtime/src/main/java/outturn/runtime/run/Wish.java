package outturn.runtime.run;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// A run that somebody asks for.
///
/// @param inputs as JSON has them; what is left out takes its default
/// @param businessDate today in the workflow's zone when it is left out
public record Wish(String workflow, Map<String, Object> inputs, Optional<LocalDate> businessDate) {}
