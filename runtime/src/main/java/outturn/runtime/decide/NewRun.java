package outturn.runtime.decide;

import java.util.Optional;
import outturn.engine.decide.Event;
import outturn.engine.run.Order;
import outturn.engine.run.Version;

/// A run that somebody wants; its id is made when it is decided.
///
/// @param key the caller's idempotency key
public record NewRun(Version version, Order order, Optional<Event.Key> key) {}
