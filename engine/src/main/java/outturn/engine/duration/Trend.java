package outturn.engine.duration;

import java.util.Arrays;
import java.util.List;
import outturn.engine.duration.Durations.Done;

/// How lengths grow from day to day, in logarithms.
///
/// The slope is the median of those between any two lengths of one kind of day (Theil 1950; Sen,
/// *JASA* 63 (1968), 1379-1389). It counts only where Mann's test (*Econometrica* 13 (1945),
/// 245-259) is clear at one in a hundred; beyond the last length it is believed for four fifths,
/// and for [#HORIZON] days at most.
final class Trend {
  static final int LEAST = 10;
  static final int HORIZON = 30;
  private static final double CLEAR = 2.576;
  private static final double BELIEVED = 0.8;

  private final double slope;

  private Trend(double slope) {
    this.slope = slope;
  }

  static Trend of(List<Done> done, int[] groups) {
    if (done.size() < LEAST) return new Trend(0);
    var logs = Lengths.logs(done);
    var slopes = new double[logs.length * (logs.length - 1) / 2];
    int pairs = 0;
    int rising = 0;
    for (int later = 1; later < logs.length; later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        long days = done.get(later).day() - done.get(earlier).day();
        if (groups[later] != groups[earlier] || days == 0) continue;
        double rise = logs[later] - logs[earlier];
        slopes[pairs++] = rise / days;
        rising += (int) Math.signum(rise) * (days > 0 ? 1 : -1);
      }
    }
    if (Math.abs(rising) <= CLEAR * Math.sqrt(variance(groups))) return new Trend(0);
    return new Trend(Lengths.median(Arrays.copyOf(slopes, pairs)));
  }

  /// Of the count of rising pairs less that of falling ones, when there is no trend.
  private static double variance(int[] groups) {
    double sum = 0;
    for (int group = 0; group <= Arrays.stream(groups).max().orElse(0); group++) {
      int number = group;
      double n = Arrays.stream(groups).filter(each -> each == number).count();
      sum += n * (n - 1) * (2 * n + 5) / 18;
    }
    return sum;
  }

  /// The lengths as they would be on a day.
  double[] on(List<Done> done, long day) {
    var logs = Lengths.logs(done);
    if (slope == 0) return logs;
    long last = done.stream().mapToLong(Done::day).max().orElse(day);
    double ahead = BELIEVED * Math.clamp(day - last, -HORIZON, HORIZON);
    for (int at = 0; at < logs.length; at++) {
      logs[at] += slope * (last - done.get(at).day() + ahead);
    }
    return logs;
  }
}
