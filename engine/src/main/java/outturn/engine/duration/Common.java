package outturn.engine.duration;

import java.util.Collection;
import java.util.HashMap;

/// How much the tasks of a run have in common: when one takes long, so do the others, since the
/// day's data are many or the host is slow.
public final class Common {
  private static final int LEAST = 3;
  private static final double MOST = 0.95;

  private Common() {}

  /// The share of the spread of the tasks of a workflow that is common to a run, 0 to 1: the mean
  /// correlation of their lengths on the same days, each seen from the mean of its kind, drawn to 0
  /// where days are few.
  public static double share(Collection<Durations> tasks) {
    var days = new HashMap<Long, Sums>();
    for (var task : tasks) {
      if (task.samples() < LEAST) continue;
      var logs = Lengths.centred(task.done());
      double spread = Math.sqrt(Lengths.squares(logs) / logs.length);
      if (spread == 0) continue;
      for (int at = 0; at < logs.length; at++) {
        double away = logs[at] / spread;
        days.merge(task.done().get(at).day(), new Sums(1, away, away * away), Sums::plus);
      }
    }
    double products = days.values().stream().mapToDouble(Sums::products).sum();
    double pairs = days.values().stream().mapToDouble(Sums::pairs).sum();
    if (pairs == 0) return 0;
    double shared = days.values().stream().filter(day -> day.pairs() > 0).count();
    return Math.clamp(products / pairs * shared / (shared + 1), 0, MOST);
  }

  /// Of the lengths of one day, in standard deviations from their means.
  ///
  /// @param sum of them
  /// @param squares the sum of their squares
  private record Sums(int count, double sum, double squares) {
    Sums plus(Sums other) {
      return new Sums(count + other.count, sum + other.sum, squares + other.squares);
    }

    double pairs() {
      return count * (count - 1) / 2.0;
    }

    /// The sum of the products of all pairs.
    double products() {
      return (sum * sum - squares) / 2;
    }
  }
}
