package outturn.engine.duration;

import java.util.Collection;

/// How much the tasks of a run have in common: when one takes long, so do the others, since the
/// day's data are many or the host is slow.
public final class Common {
  private Common() {}

  /// The share of the spread of the tasks of a workflow that is common to a run, 0 to 1: the mean
  /// correlation of their lengths on the same days, drawn to 0 where days are few.
  public static double share(Collection<Durations> tasks) {
    throw new UnsupportedOperationException(tasks.size() + " tasks");
  }
}
