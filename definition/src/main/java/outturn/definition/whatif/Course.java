package outturn.definition.whatif;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How a run that is to start is expected to go.
///
/// @param ended empty when it would not start, or never end
/// @param waited how long the task that waits longest for pools would wait
/// @param why what it would wait for, or why it would not end
public record Course(Coming run, Optional<Instant> ended, Duration waited, Optional<String> why) {}
