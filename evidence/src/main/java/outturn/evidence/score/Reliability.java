package outturn.evidence.score;

import java.util.ArrayList;
import java.util.List;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;

/// Whether what was given a chance of 70 % is reached 7 times of 10: a row for each range of
/// chances.
///
/// Murphy, Winkler, *Reliability of Subjective Probability Forecasts of Precipitation and
/// Temperature*, Applied Statistics 26 (1977).
public final class Reliability {
  /// Chances of one range, and what came of them.
  ///
  /// @param from of the chances; included
  /// @param to excluded, but for 1
  /// @param count chances in the range
  /// @param chance their mean, `NaN` if there are none
  /// @param reached the share that was reached, `NaN` if there are none
  public record Row(double from, double to, int count, double chance, double reached) {}

  private Reliability() {}

  /// Rows of ranges of the same width, from 0 to 1.
  ///
  /// @param rows 2 to 100, such as 10
  public static Answer<List<Row>> table(List<Resolved> chances, int rows) {
    if (rows < 2 || rows > 100) {
      return Answer.refused(
          Reason.OUT_OF_RANGE, "Expected 2 to 100 rows, found %d; 10 is usual.".formatted(rows));
    }
    return Brier.of(chances).then(_ -> Answer.found(sorted(chances, rows)));
  }

  private static List<Row> sorted(List<Resolved> chances, int rows) {
    List<Row> table = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      int row = i;
      List<Resolved> in =
          chances.stream()
              .filter(each -> Math.min(rows - 1, (int) (each.chance() * rows)) == row)
              .toList();
      table.add(
          new Row(
              (double) i / rows,
              (i + 1.0) / rows,
              in.size(),
              in.stream().mapToDouble(Resolved::chance).average().orElse(Double.NaN),
              in.stream().mapToDouble(Resolved::happened).average().orElse(Double.NaN)));
    }
    return table;
  }
}
