package outturn.store.run;

import java.time.Instant;
import outturn.engine.run.RunId;

/// The run that an earlier request with the same key ordered.
///
/// @param bodyHash of that request, to tell another one with the same key
public record KeptAnswer(String bodyHash, RunId run, Instant created) {}
