package outturn.engine.reason;

import java.time.Instant;
import outturn.engine.run.RunId;

/// A run that has what another one waits for.
///
/// @param amount how much of a pool; 1 for a run whose end is waited for
/// @param since when it took it
public record Holder(RunId run, String workflow, int amount, Instant since) {}
