package outturn.store.run;

import java.time.Instant;
import java.util.Optional;
import outturn.engine.run.RunId;
import outturn.engine.verb.Verdict;

/// What an earlier request with the same key came to.
///
/// @param bodyHash of that request, to tell another one with the same key
/// @param run that it ordered, or that it was about
/// @param verdict on a command; empty when it ordered the run
public record KeptAnswer(String bodyHash, RunId run, Instant created, Optional<Verdict> verdict) {}
