package outturn.engine.run;

import java.time.Instant;
import java.util.Arrays;

/// Makes run ids: each larger than every one before it in its partition, whatever the clock does.
public final class RunIds {
  private static final int SEQUENCES = 1 << 15;
  private final long[] millis = new long[RunId.PARTITIONS];
  private final int[] sequence = new int[RunId.PARTITIONS];
  private int turn;

  /// @param newest the largest id that exists, or the smallest possible one
  public RunIds(RunId newest) {
    Arrays.fill(millis, newest.time().toEpochMilli() + 1);
  }

  /// An id in the next partition in turn.
  public RunId next(Instant now) {
    turn = (turn + 1) % RunId.PARTITIONS;
    return next(turn, now);
  }

  /// An id in this partition.
  public RunId next(int partition, Instant now) {
    long time = now.toEpochMilli();
    if (time > millis[partition]) {
      millis[partition] = time;
      sequence[partition] = 0;
    } else if (++sequence[partition] == SEQUENCES) {
      millis[partition]++;
      sequence[partition] = 0;
    }
    return RunId.of(millis[partition], partition, sequence[partition]);
  }
}
