package outturn.store.run;

import java.util.Optional;
import outturn.engine.run.Rows.RunRow;

/// A run as lists show it.
///
/// @param note why it ended so, when it did not simply run
/// @param warnings how many tasks failed without failing the run; known when it has ended
/// @param schedule the name of the one that started it
public record RunEntry(
    RunRow row, String project, Optional<String> note, int warnings, Optional<String> schedule) {}
