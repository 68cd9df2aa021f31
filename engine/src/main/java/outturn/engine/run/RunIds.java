package outturn.engine.run;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Makes run ids: each larger than every one before it in its partition, whatever the clock does.
public final class RunIds {
  private static final int SEQUENCES = 1 << 15;

  private final long[] millis = new long[Partition.COUNT];
  private final int[] sequence = new int[Partition.COUNT];
  private final List<Integer> partitions;
  private int turn;

  /// @param newest the largest id that exists, or the smallest possible one
  public RunIds(RunId newest) {
    this(newest, Partition.ALL);
  }

  /// @param partitions in which ids may be made
  public RunIds(RunId newest, Collection<Integer> partitions) {
    Arrays.fill(millis, newest.time().toEpochMilli() + 1);
    this.partitions = partitions.stream().sorted().toList();
  }

  /// An id in the next partition in turn.
  public RunId next(Instant now) {
    turn = (turn + 1) % partitions.size();
    return next(partitions.get(turn), now);
  }

  /// Whether ids are made in this partition.
  public boolean in(int partition) {
    return partitions.contains(partition);
  }

  /// Whether ids are made at all.
  public boolean any() {
    return !partitions.isEmpty();
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
