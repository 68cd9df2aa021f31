package outturn.engine.verb;

import java.util.Optional;
import outturn.engine.run.RunId;

/// What somebody wants done to a run, or to one of its tasks.
///
/// @param task empty for the run as a whole
/// @param why kept in the audit trail, and with what lasts, such as a hold
public record Command(RunId run, Optional<String> task, Verb verb, String who, String why) {}
