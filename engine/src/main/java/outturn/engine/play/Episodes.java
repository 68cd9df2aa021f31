package outturn.engine.play;

import java.util.Arrays;

/// The attempts of a draw by number, each with why it began no earlier. An attempt is told of from
/// the moment its task is ready for it.
///
/// What is known of an attempt stands together: five numbers, of which the first two hold two and
/// three smaller ones.
public final class Episodes {
  private static final int LONG = 5;
  private static final int TASK_AND_CAUSER = 0;
  private static final int BEFORE_POOL_AND_CAUSE = 1;
  private static final int READY = 2;
  private static final int BEGIN = 3;
  private static final int END = 4;
  private static final int CAUSES = 4;
  private static final long LOW = 0xffff_ffffL;

  private long[] rows;
  private final int[] last;
  private int size;

  Episodes(int tasks) {
    this.rows = new long[LONG * Math.max(16, tasks + tasks / 4)];
    this.last = new int[tasks];
  }

  void clear() {
    size = 0;
    Arrays.fill(last, Net.NONE);
  }

  /// A task is ready for an attempt, or runs.
  void add(int which, long since, byte why, int by) {
    int row = LONG * size;
    if (row == rows.length) rows = Arrays.copyOf(rows, 2 * row);
    rows[row + TASK_AND_CAUSER] = pair(which, by);
    rows[row + BEFORE_POOL_AND_CAUSE] = pair(last[which], why);
    rows[row + READY] = since;
    rows[row + BEGIN] = State.NEVER;
    rows[row + END] = State.NEVER;
    last[which] = size++;
  }

  private static long pair(int high, int low) {
    return (long) high << 32 | (low & LOW);
  }

  /// The attempt of a task that is ready waited for this pool.
  ///
  /// @param giver the attempt that gave it back, or none when the pool has grown
  void waited(int which, int wanted, int giver) {
    int row = LONG * last[which];
    byte why = giver == Net.NONE ? Cause.RESIZE : Cause.POOL;
    rows[row + TASK_AND_CAUSER] = pair(which, giver);
    int before = (int) (rows[row + BEFORE_POOL_AND_CAUSE] >> 32);
    rows[row + BEFORE_POOL_AND_CAUSE] = pair(before, wanted << CAUSES | why);
  }

  void begins(int which, long at) {
    rows[LONG * last[which] + BEGIN] = at;
  }

  void ends(int which, long at) {
    rows[LONG * last[which] + END] = at;
  }

  /// The last attempt of a task, or -1 when it was not ready for one in this draw.
  public int last(int which) {
    return last[which];
  }

  public int task(int episode) {
    return (int) (rows[LONG * episode + TASK_AND_CAUSER] >> 32);
  }

  /// Why it began no earlier; see [Cause].
  public byte cause(int episode) {
    return (byte) (rows[LONG * episode + BEFORE_POOL_AND_CAUSE] & ((1 << CAUSES) - 1));
  }

  /// The attempt, or the course, that was the cause; -1 for an attempt before the draw.
  public int causer(int episode) {
    return (int) rows[LONG * episode + TASK_AND_CAUSER];
  }

  /// The attempt of the same task before it, or -1.
  public int earlier(int episode) {
    return (int) (rows[LONG * episode + BEFORE_POOL_AND_CAUSE] >> 32);
  }

  /// The pool for which it waited last, where its cause is one.
  public int pool(int episode) {
    return (int) rows[LONG * episode + BEFORE_POOL_AND_CAUSE] >> CAUSES;
  }

  /// When its turn came.
  public long ready(int episode) {
    return rows[LONG * episode + READY];
  }

  /// When it began, or [State#NEVER].
  public long begin(int episode) {
    return rows[LONG * episode + BEGIN];
  }

  /// When it ended, or [State#NEVER].
  public long end(int episode) {
    return rows[LONG * episode + END];
  }
}
