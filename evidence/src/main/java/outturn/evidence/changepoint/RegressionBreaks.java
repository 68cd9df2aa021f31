package outturn.evidence.changepoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Assumption.State;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.regression.Triangle;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

/// Finds where a level, or a regression on earlier values, broke.
///
/// The partitions with the least squares for 0, 1, 2 … breaks, of which the BIC chooses: Bai,
/// Perron, Journal of Applied Econometrics 18 (2003), 1-22; Zeileis and others, *Testing and dating
/// of structural changes in practice*, Computational Statistics & Data Analysis 44 (2003), 109-123.
/// Assumes independent noise about the regression: where neighbours correlate, lag 1 belongs into
/// it. Periods without a value, or without one of the lags, are skipped.
public final class RegressionBreaks {
  /// All pairs of a first and a last value are fitted.
  private static final int MOST_VALUES = 2000;

  private static final int MOST_LAGS = 12;

  /// Sums of squares below this share of the whole one are rounding.
  private static final double ROUNDING = 1e-14;

  private final Series values;
  private final BreakModel model;
  private final Rows rows;
  private final Rows scaled;
  private final double scale;
  private final int least;

  private RegressionBreaks(Series values, BreakModel model, Rows rows) {
    this.values = values;
    this.model = model;
    this.rows = rows;
    this.scale = values.standardDeviation();
    this.scaled = rows.centred(scale);
    this.least = model.least().of(rows.size());
  }

  /// @param values of the measure, one per period
  public static Answer<BreaksResult> analyse(Series values, BreakModel model) {
    Optional<Refusal> refusal =
        settings(model).or(() -> Checks.values(values, LevelChanges.LEAST_VALUES));
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    Rows rows = Rows.of(values, model.lags());
    refusal = rows(rows, model);
    return refusal.isPresent()
        ? new Answer.Refused<>(refusal.get())
        : Answer.found(new RegressionBreaks(values, model, rows).result());
  }

  private BreaksResult result() {
    int most = Math.min(model.most(), rows.size() / least - 1);
    BreakSearch search = new BreakSearch(scaled, least, most);
    List<Candidate> candidates = new ArrayList<>();
    for (int m = 0; m <= most; m++) {
      candidates.add(candidate(search, m));
    }
    Candidate chosen =
        candidates.stream().min(Comparator.comparingDouble(Candidate::bic)).orElseThrow();
    List<Integer> starts = search.starts(chosen.breaks());
    return new BreaksResult(
        changes(starts),
        candidates,
        new Stability(rows, scaled).tests(search, least),
        grounds(starts));
  }

  /// BIC = n (ln RSS - ln n + ln 2π + 1) + (k + 1)(m + 1) ln n.
  private Candidate candidate(BreakSearch search, int breaks) {
    double n = rows.size();
    double squares = search.squares(breaks);
    double logarithm = Math.log(Math.max(squares, ROUNDING * n)) + 2 * Math.log(scale);
    double bic =
        n * (logarithm - Math.log(n) + Math.log(2 * Math.PI) + 1)
            + (rows.columns() + 1) * (breaks + 1) * Math.log(n);
    List<Integer> lastBefore =
        search.starts(breaks).stream().map(start -> rows.used()[start - 1]).toList();
    return new Candidate(breaks, squares * scale * scale, bic, lastBefore);
  }

  private Changes changes(List<Integer> starts) {
    List<Integer> borders = new ArrayList<>(starts);
    borders.addFirst(0);
    borders.add(rows.size());
    List<Change> changes = new ArrayList<>();
    List<Segment> segments = new ArrayList<>();
    for (int i = 1; i < borders.size(); i++) {
      int from = borders.get(i - 1);
      int to = borders.get(i);
      List<Double> coefficients =
          DoubleStream.of(rows.natural(Crossed.of(scaled, from, to).coefficients(), scale))
              .boxed()
              .toList();
      segments.add(Segments.of(values, rows.used(), from, to, coefficients));
      if (to < rows.size()) {
        changes.add(change(from, to, borders.get(i + 1)));
      }
    }
    return new Changes(changes, segments);
  }

  private Change change(int from, int start, int to) {
    Crossed before = Crossed.of(scaled, from, start);
    Crossed after = Crossed.of(scaled, start, to);
    BreakRange range = BreakRange.of(before, after, ROUNDING);
    double tail = (1 - model.level()) / 2;
    int last = rows.size() - 1;
    int earliest = Math.clamp(start - 1L + range.earliest(tail), 0, last);
    int latest = Math.clamp(start - 1L + range.latest(tail), 0, last);
    Window window = new Window(rows.used()[earliest], rows.used()[latest] + 1);
    return new Change(rows.used()[start - 1], rows.used()[start], window);
  }

  private Grounds grounds(List<Integer> starts) {
    double r = residuals(starts).lagOneAutocorrelation();
    boolean alike = r > 2 / Math.sqrt(rows.size());
    Assumption independent =
        new Assumption(
            "independent-noise",
            alike ? State.DOUBTFUL : State.HOLDS,
            String.format(
                Locale.ROOT,
                "Neighbouring residuals within the segments correlate by %.2f%s.",
                r,
                alike ? "; take lag 1 into the regression" : ""));
    Assumption constant =
        new Assumption(
            "constant-between-changes",
            State.NOT_TESTABLE,
            "Between breaks the coefficients are constant: there is no other trend or season.");
    return new Grounds(
        "least-squares-breaks",
        rows.size(),
        List.of(independent, constant),
        List.of(),
        OptionalLong.empty());
  }

  /// Of every period, missing where it is not used.
  private Series residuals(List<Integer> starts) {
    double[] residuals = new double[values.size()];
    Arrays.fill(residuals, Double.NaN);
    List<Integer> borders = new ArrayList<>(starts);
    borders.add(rows.size());
    int from = 0;
    for (int to : borders) {
      double[] coefficients = Crossed.of(scaled, from, to).coefficients();
      for (int i = from; i < to; i++) {
        residuals[rows.used()[i]] = scaled.y()[i] - Triangle.dot(coefficients, scaled.x()[i]);
      }
      from = to;
    }
    return Series.of(residuals);
  }

  private static Optional<Refusal> settings(BreakModel model) {
    if (model.lags().size() > MOST_LAGS
        || model.lags().stream().anyMatch(lag -> lag < 1)
        || model.lags().stream().distinct().count() < model.lags().size()) {
      return Checks.refused(
          Reason.OUT_OF_RANGE,
          "Expected up to %d different lags of 1 and more periods, found %s; leave out the others."
              .formatted(MOST_LAGS, model.lags()));
    }
    if (model.most() < 0 || model.most() > 20) {
      return Checks.refused(
          Reason.OUT_OF_RANGE,
          "Expected 0 to 20 breaks at most, found %d; 5 are usual.".formatted(model.most()));
    }
    return model.level() >= .5 && model.level() <= .999
        ? Optional.empty()
        : Checks.refused(
            Reason.OUT_OF_RANGE,
            "Expected a level of the intervals from 0.5 to 0.999, found %s; 0.95 is usual."
                .formatted(model.level()));
  }

  private static Optional<Refusal> rows(Rows rows, BreakModel model) {
    int n = rows.size();
    if (n < LevelChanges.LEAST_VALUES) {
      return Checks.refused(
          Reason.TOO_FEW,
          "Expected at least %d periods with a value and all its lags, found %d; use shorter lags."
              .formatted(LevelChanges.LEAST_VALUES, n));
    }
    if (n > MOST_VALUES) {
      return Checks.refused(
          Reason.OUT_OF_RANGE,
          "Expected at most %d values for a regression, found %d; add periods up, or use pelt."
              .formatted(MOST_VALUES, n));
    }
    int least = model.least().of(n);
    if (least <= rows.columns()) {
      return Checks.refused(
          Reason.TOO_FEW,
          "Expected segments of more values than the %d coefficients, found %d as the least; raise it."
              .formatted(rows.columns(), least));
    }
    return Checks.least(least, n).or(() -> varying(rows));
  }

  private static Optional<Refusal> varying(Rows rows) {
    return IntStream.range(0, rows.size()).mapToDouble(i -> rows.y()[i]).distinct().limit(2).count()
            > 1
        ? Optional.empty()
        : Checks.refused(
            Reason.CONSTANT,
            "Expected values that vary, found the same in every period with all lags; there is"
                + " nothing to ask about.");
  }
}
