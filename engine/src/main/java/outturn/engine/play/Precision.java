package outturn.engine.play;

import java.util.Arrays;

/// Whether draws are enough: chances have a standard error of two points at most, and the median
/// and the 90 % quantile of an end one of 3 % of the time until then, or of 15 seconds.
///
/// The error of a quantile is half of what lies between the draws that are a standard error of its
/// share before and after it (Woodruff, *Confidence intervals for medians and other position
/// measures*, Journal of the American Statistical Association 47, 1952, 635-646).
public final class Precision {
  private static final double POINTS = 0.02;
  private static final double PART = 0.03;
  private static final double MILLIS = 15_000;
  private static final int STEP = 50;

  private Precision() {}

  /// How many draws there are when it is asked again.
  public static int next(int draws) {
    return draws + Math.max(STEP, draws / 4);
  }

  /// Whether a chance is known well enough. One of 0 or 1 is not taken for certain: as if one more
  /// draw had ended either way.
  public static boolean isEnough(int met, int draws) {
    double chance = (met + 1.0) / (draws + 2);
    return error(chance, draws) <= POINTS;
  }

  /// Whether the quantiles are known well enough.
  public static boolean isEnough(long[] finishes) {
    var sorted = finishes.clone();
    Arrays.sort(sorted);
    return isEnough(sorted, 0.5) && isEnough(sorted, 0.9);
  }

  private static boolean isEnough(long[] sorted, double share) {
    int draws = sorted.length;
    long value = sorted[Selection.place(share, draws)];
    // An end that is never reached is told by its chance.
    if (value == State.NEVER) return true;
    double error = error(share, draws);
    long later = sorted[Selection.place(share + error, draws)];
    long earlier = sorted[Selection.place(share - error, draws)];
    if (later == State.NEVER) return false;
    return (later - earlier) / 2.0 <= Math.max(MILLIS, PART * value);
  }

  private static double error(double share, int draws) {
    return Math.sqrt(share * (1 - share) / draws);
  }
}
