package outturn.engine.play;

import java.util.Arrays;

/// The attempts of a draw by number, each with why it began no earlier. An attempt is told of from
/// the moment its task is ready for it.
public final class Episodes {
  private int[] task;
  private int[] causer;
  private int[] pool;
  private int[] before;
  private byte[] cause;
  private long[] ready;
  private long[] begin;
  private long[] end;
  private final int[] last;
  private int size;

  Episodes(int tasks) {
    int room = Math.max(16, tasks + tasks / 4);
    this.task = new int[room];
    this.causer = new int[room];
    this.pool = new int[room];
    this.before = new int[room];
    this.cause = new byte[room];
    this.ready = new long[room];
    this.begin = new long[room];
    this.end = new long[room];
    this.last = new int[tasks];
  }

  void clear() {
    size = 0;
    Arrays.fill(last, Net.NONE);
  }

  /// A task is ready for an attempt, or runs.
  void add(int which, long since, byte why, int by) {
    if (size == task.length) grow();
    task[size] = which;
    causer[size] = by;
    cause[size] = why;
    ready[size] = since;
    begin[size] = State.NEVER;
    end[size] = State.NEVER;
    before[size] = last[which];
    last[which] = size++;
  }

  private void grow() {
    int room = 2 * size;
    task = Arrays.copyOf(task, room);
    causer = Arrays.copyOf(causer, room);
    pool = Arrays.copyOf(pool, room);
    before = Arrays.copyOf(before, room);
    cause = Arrays.copyOf(cause, room);
    ready = Arrays.copyOf(ready, room);
    begin = Arrays.copyOf(begin, room);
    end = Arrays.copyOf(end, room);
  }

  /// The attempt of a task that is ready waited for this pool.
  ///
  /// @param giver the attempt that gave it back, or none when the pool has grown
  void waited(int which, int wanted, int giver) {
    int episode = last[which];
    pool[episode] = wanted;
    causer[episode] = giver;
    cause[episode] = giver == Net.NONE ? Cause.RESIZE : Cause.POOL;
  }

  void begins(int which, long at) {
    begin[last[which]] = at;
  }

  void ends(int which, long at) {
    end[last[which]] = at;
  }

  /// The last attempt of a task, or -1 when it was not ready for one in this draw.
  public int last(int which) {
    return last[which];
  }

  public int task(int episode) {
    return task[episode];
  }

  /// Why it began no earlier; see [Cause].
  public byte cause(int episode) {
    return cause[episode];
  }

  /// The attempt, or the course, that was the cause; -1 for an attempt before the draw.
  public int causer(int episode) {
    return causer[episode];
  }

  /// The attempt of the same task before it, or -1.
  public int earlier(int episode) {
    return before[episode];
  }

  /// The pool for which it waited last, where its cause is one.
  public int pool(int episode) {
    return pool[episode];
  }

  /// When its turn came.
  public long ready(int episode) {
    return ready[episode];
  }

  /// When it began, or [State#NEVER].
  public long begin(int episode) {
    return begin[episode];
  }

  /// When it ended, or [State#NEVER].
  public long end(int episode) {
    return end[episode];
  }
}
