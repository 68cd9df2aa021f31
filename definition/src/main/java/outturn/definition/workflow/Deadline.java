package outturn.definition.workflow;

import java.time.LocalTime;
import java.util.Optional;

/// A wall-clock promise about a task, or about the whole workflow, on its business date.
///
/// @param days counted from the business date; empty means the first such time after the due time
public record Deadline(String name, Optional<String> task, LocalTime by, Optional<Integer> days) {}
