package outturn.store.event;

import java.util.Optional;
import outturn.engine.run.RunId;
import outturn.engine.trigger.Arrived;
import outturn.engine.trigger.Fate;

/// An event that came for a trigger, and what has become of it.
///
/// @param run the one that it started
/// @param reason why there is none
public record EventEntry(Arrived event, Fate fate, Optional<RunId> run, String reason) {}
