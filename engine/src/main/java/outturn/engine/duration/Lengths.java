package outturn.engine.duration;

import java.util.Arrays;
import java.util.List;
import outturn.engine.duration.Durations.Done;

/// The lengths of a history as logarithms, as they would be on a day: brought there along a clear
/// trend, seen from the typical length of their kind, and with a single outlier drawn in.
final class Lengths {
  private static final double FAR = 5;
  private static final double NORMAL = 1.4826;
  private static final double LEAST_SPREAD = 0.02;
  private static final double MEDIAN_COSTS = Math.PI / 2;

  private Lengths() {}

  /// As they would be on a day, in order.
  static double[] on(List<Done> done, Day day) {
    var groups = Kinds.groups(done, day.kind());
    var logs = Trend.of(done, groups).on(done, day.day());
    int own = count(groups, Kinds.ASKED);
    var values = own == logs.length ? logs.clone() : moved(logs, groups, own);
    Arrays.sort(values);
    drawIn(values);
    return values;
  }

  static double[] logs(List<Done> done) {
    return done.stream().mapToDouble(each -> Math.log(each.millis() + 1.0)).toArray();
  }

  /// As logarithms, each less the mean of its kind; the kinds of which there are too few are one.
  static double[] centred(List<Done> done) {
    var groups = Kinds.groups(done);
    var logs = logs(done);
    var centred = new double[logs.length];
    for (int at = 0; at < logs.length; at++) {
      centred[at] = logs[at] - Arrays.stream(of(logs, groups, groups[at])).average().orElse(0);
    }
    return centred;
  }

  /// All lengths as if they were of the kind that is asked for: each as far from that kind's
  /// typical length as it was from its own. Rare kinds are left out. They are spread a little, as
  /// the medians are estimates.
  private static double[] moved(double[] logs, int[] groups, int own) {
    double centre = median(of(logs, groups, Kinds.ASKED));
    double widen = Math.sqrt(1 + MEDIAN_COSTS / own);
    var moved = new double[logs.length - count(groups, Kinds.RARE)];
    int next = 0;
    for (int group = 0; group <= Arrays.stream(groups).max().orElse(0); group++) {
      var members = of(logs, groups, group);
      if (group == Kinds.RARE || members.length == 0) continue;
      double middle = median(members);
      double factor = widen * Math.sqrt(members.length / (members.length - 1.0));
      for (double member : members) moved[next++] = centre + (member - middle) * factor;
    }
    return moved;
  }

  /// One that stands alone beyond five robust deviations is drawn in to these, or to its neighbour;
  /// two out there are no outliers.
  private static void drawIn(double[] sorted) {
    int last = sorted.length - 1;
    if (last < Knowledge.ENOUGH - 1) return;
    double middle = median(sorted);
    double far = FAR * Math.max(LEAST_SPREAD, deviation(sorted, middle));
    sorted[last] = Math.min(sorted[last], Math.max(sorted[last - 1], middle + far));
    sorted[0] = Math.max(sorted[0], Math.min(sorted[1], middle - far));
  }

  /// The median distance from the middle, as a standard deviation.
  private static double deviation(double[] values, double middle) {
    return NORMAL * median(Arrays.stream(values).map(each -> Math.abs(each - middle)).toArray());
  }

  static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  static double squares(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum();
  }

  private static double[] of(double[] values, int[] groups, int group) {
    var members = new double[count(groups, group)];
    int next = 0;
    for (int at = 0; at < values.length; at++)
      if (groups[at] == group) members[next++] = values[at];
    return members;
  }

  private static int count(int[] groups, int group) {
    return (int) Arrays.stream(groups).filter(each -> each == group).count();
  }
}
