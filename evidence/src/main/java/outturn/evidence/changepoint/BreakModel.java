package outturn.evidence.changepoint;

import java.util.List;

/// What is regressed, and how many breaks are tried; decided before the data are looked at.
///
/// @param lags periods before, whose values are regressors; none for a level alone
/// @param least values of a segment
/// @param most breaks to try
/// @param level of the intervals of the dates, such as .95
public record BreakModel(List<Integer> lags, Least least, int most, double level) {
  public BreakModel {
    lags = List.copyOf(lags);
  }

  /// A level, segments of 15 % of the values and more, and up to five breaks.
  public static final BreakModel STANDARD = new BreakModel(List.of(), new Least.Share(.15), 5, .95);

  public BreakModel withLags(Integer... changed) {
    return new BreakModel(List.of(changed), least, most, level);
  }

  public BreakModel with(Least changed) {
    return new BreakModel(lags, changed, most, level);
  }

  public BreakModel withMost(int changed) {
    return new BreakModel(lags, least, changed, level);
  }
}
