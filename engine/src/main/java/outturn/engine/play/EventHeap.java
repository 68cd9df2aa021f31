package outturn.engine.play;

import java.util.Arrays;

/// What is to happen, soonest first: a binary heap of numbers that hold a time and who it is about.
/// None is less than 0.
final class EventHeap {
  private static final int BITS = 21;
  static final int MOST = 1 << BITS;

  private long[] events = new long[64];
  private int size;

  void clear() {
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// The time of the soonest.
  long time() {
    return events[0] >> BITS;
  }

  void add(long time, int who) {
    if (size == events.length) events = Arrays.copyOf(events, 2 * size);
    long event = (time << BITS) | who;
    int place = size++;
    while (place > 0) {
      int parent = (place - 1) >> 1;
      if (events[parent] <= event) break;
      events[place] = events[parent];
      place = parent;
    }
    events[place] = event;
  }

  /// Who the soonest is about; it is taken away.
  int remove() {
    int who = (int) (events[0] & (MOST - 1));
    long last = events[--size];
    int place = 0;
    events[size] = Long.MAX_VALUE;
    for (int child = 1; child < size; child = 2 * place + 1) {
      // The smaller of two: a sign instead of a branch, which nobody could foresee.
      child += (int) ((events[child + 1] - events[child]) >>> 63);
      if (events[child] >= last) break;
      events[place] = events[child];
      place = child;
    }
    events[place] = last;
    return who;
  }
}
