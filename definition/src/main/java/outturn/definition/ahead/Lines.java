package outturn.definition.ahead;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// Lines of one schedule, in order, worked out as they are asked for.
abstract class Lines implements Iterator<Line> {
  /// A day with more of them is one line.
  static final int MOST_A_DAY = 12;

  private final Deque<Line> ready = new ArrayDeque<>();
  private boolean ended;

  /// Adds the lines of the next day that has any, in order; none when there are no more.
  abstract void more(Deque<Line> lines);

  @Override
  public boolean hasNext() {
    if (ready.isEmpty() && !ended) {
      more(ready);
      ended = ready.isEmpty();
    }
    return !ready.isEmpty();
  }

  Line peek() {
    if (!hasNext()) throw new NoSuchElementException();
    return ready.getFirst();
  }

  @Override
  public Line next() {
    if (!hasNext()) throw new NoSuchElementException();
    return ready.removeFirst();
  }
}
