package outturn.store.run;

import java.time.Instant;
import outturn.engine.run.AttemptId;

/// An attempt that holds part of a pool.
public record PoolHolder(AttemptId attempt, String workflow, int amount, Instant since) {}
