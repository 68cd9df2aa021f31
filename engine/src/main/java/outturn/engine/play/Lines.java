package outturn.engine.play;

import java.util.Arrays;

/// The tasks that wait in a draw, a line for each kind.
final class Lines {
  private final int[][] tasks;
  private final int[] heads;
  private final int[] lengths;
  private final long[] since;

  /// @param kind of each task
  /// @param since when each task began to wait; kept by the draw
  Lines(int kinds, int[] kind, long[] since) {
    var members = new int[kinds];
    for (int each : kind) if (each != Net.NONE) members[each]++;
    this.tasks = new int[kinds][];
    Arrays.setAll(tasks, each -> new int[members[each]]);
    this.heads = new int[kinds];
    this.lengths = new int[kinds];
    this.since = since;
  }

  void clear() {
    Arrays.fill(heads, 0);
    Arrays.fill(lengths, 0);
  }

  boolean isEmpty(int kind) {
    return lengths[kind] == 0;
  }

  void add(int kind, int task) {
    var ring = tasks[kind];
    int place = heads[kind] + lengths[kind]++;
    ring[place < ring.length ? place : place - ring.length] = task;
  }

  /// The first of a kind waits no more.
  int remove(int kind) {
    int task = first(kind);
    if (++heads[kind] == tasks[kind].length) heads[kind] = 0;
    lengths[kind]--;
    return task;
  }

  private int first(int kind) {
    return tasks[kind][heads[kind]];
  }

  /// Since when the first of a kind has waited.
  long since(int kind) {
    return since[first(kind)];
  }

  /// Whether the first of one kind has waited longer than that of another.
  boolean older(int kind, int other) {
    int one = first(kind);
    int two = first(other);
    return since[one] != since[two] ? since[one] < since[two] : one < two;
  }
}
