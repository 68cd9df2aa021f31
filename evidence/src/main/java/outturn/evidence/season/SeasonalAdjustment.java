package outturn.evidence.season;

import java.util.Arrays;
import java.util.Optional;
import outturn.evidence.season.Adjustment.Adjusted;
import outturn.evidence.season.Adjustment.Reason;
import outturn.evidence.season.Adjustment.Refused;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

/// Takes the season out of a series for display, by the classical decomposition.
///
/// With three whole cycles and more the values are compared with their centred moving average, with
/// two with the mean of the window; comparisons are averaged per position of the cycle and
/// normalised. Kendall, Stuart, *The Advanced Theory of Statistics* 3 (1983), 410-414, as in R's
/// `decompose`. For display only: tests model the season themselves.
public final class SeasonalAdjustment {
  private static final int LEAST_CYCLES = 2;
  private static final int TREND_CYCLES = 3;

  private final Series window;
  private final Season season;

  private SeasonalAdjustment(Series window, Season season) {
    this.window = window;
    this.season = season;
  }

  /// The adjusted series, or the reason why there is none.
  public static Adjustment of(Series series, Season season) {
    Optional<Refused> refusal = refusal(series, season);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    SeasonalAdjustment adjustment =
        new SeasonalAdjustment(series.slice(season.reference()), season);
    double[] factors = adjustment.factors();
    for (int i = 0; i < factors.length; i++) {
      if (Double.isNaN(factors[i])) {
        int position = Math.floorMod(i - season.reference().from(), season.cycle());
        return new Refused(
            Reason.SEASON_WITHOUT_VALUES,
            "Position %d of %d in the cycle has no usable value in the reference window."
                .formatted(position + 1, season.cycle()));
      }
    }
    Factors estimated = new Factors(season.model(), Series.of(adjustment.normalised(factors)));
    return new Adjusted(estimated.remove(series), estimated);
  }

  private static Optional<Refused> refusal(Series series, Season season) {
    Window reference = season.reference();
    if (reference.to() > series.size()) {
      return refused(
          Reason.OUTSIDE_SERIES,
          "The reference window ends at period %d, the series at %d."
              .formatted(reference.to(), series.size()));
    }
    if (reference.length() < LEAST_CYCLES * season.cycle()) {
      return refused(
          Reason.TOO_FEW_CYCLES,
          "The reference window has %d periods; a season of %d needs at least two full cycles."
              .formatted(reference.length(), season.cycle()));
    }
    if (reference.length() % season.cycle() != 0) {
      return refused(
          Reason.NOT_WHOLE_CYCLES,
          "The reference window has %d periods, which are not whole cycles of %d."
              .formatted(reference.length(), season.cycle()));
    }
    if (season.model() == Model.MULTIPLICATIVE
        && series.slice(reference).valid().anyMatch(value -> value <= 0)) {
      return refused(
          Reason.NOT_POSITIVE,
          "The reference window has values of zero or below; use an additive season.");
    }
    return Optional.empty();
  }

  private static Optional<Refused> refused(Reason reason, String detail) {
    return Optional.of(new Refused(reason, detail));
  }

  /// The first for period 0 of the whole series; `NaN` where no value compares.
  private double[] factors() {
    int cycle = season.cycle();
    double[] sums = new double[cycle];
    int[] counts = new int[cycle];
    for (int i = 0; i < window.size(); i++) {
      double factor = season.model().compare(window.value(i), level(i));
      if (!Double.isNaN(factor)) {
        int position = (season.reference().from() + i) % cycle;
        sums[position] += factor;
        counts[position]++;
      }
    }
    double[] factors = new double[cycle];
    for (int i = 0; i < cycle; i++) {
      factors[i] = sums[i] / counts[i];
    }
    return factors;
  }

  private double[] normalised(double[] factors) {
    double mean = Arrays.stream(factors).average().orElseThrow();
    return Arrays.stream(factors).map(factor -> season.model().remove(factor, mean)).toArray();
  }

  private double level(int index) {
    return window.size() < TREND_CYCLES * season.cycle() ? window.mean() : centredAverage(index);
  }

  /// One cycle around a period, half the weight at each end where the cycle is even; `NaN` where
  /// the window does not reach or a value is missing.
  private double centredAverage(int index) {
    int cycle = season.cycle();
    int reach = cycle / 2;
    if (index < reach || index + reach >= window.size()) {
      return Double.NaN;
    }
    double endWeight = cycle % 2 == 0 ? .5 : 1;
    double sum = endWeight * (window.value(index - reach) + window.value(index + reach));
    for (int i = index - reach + 1; i < index + reach; i++) {
      sum += window.value(i);
    }
    return sum / cycle;
  }
}
