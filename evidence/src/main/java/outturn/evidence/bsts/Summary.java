package outturn.evidence.bsts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Assumption.State;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Interval;
import outturn.evidence.estimate.Warning;
import outturn.evidence.its.Chart;
import outturn.evidence.series.Series;

/// Reads effects from draws of the counterfactual, as CausalImpact 1.4 does: points from states,
/// bounds from values with noise.
final class Summary {
  private final Series values;
  private final Prepared prepared;
  private final Draws draws;
  private final int[] after;
  private final double level;

  Summary(Series values, Prepared prepared, Draws draws) {
    this.values = values;
    this.prepared = prepared;
    this.draws = draws;
    this.after = prepared.after();
    this.level = prepared.model().sampling().level();
  }

  BstsResult result() {
    double observed = IntStream.of(after).mapToDouble(values::value).sum();
    double expected = IntStream.range(0, after.length).mapToDouble(draws::expected).sum();
    double[] effects = Arrays.stream(draws.sums()).map(sum -> observed - sum).toArray();
    double[] averages = Arrays.stream(effects).map(sum -> sum / after.length).toArray();
    double[] shares = Arrays.stream(draws.sums()).map(sum -> observed / sum - 1).toArray();
    double tail = tail(effects);
    return new BstsResult(
        estimate((observed - expected) / after.length, averages, tail),
        estimate(observed - expected, effects, tail),
        estimate(DoubleStream.of(shares).average().orElse(0), shares, tail),
        tail,
        chart(),
        inclusions(),
        grounds());
  }

  private double tail(double[] effects) {
    long above = Arrays.stream(effects).filter(effect -> effect <= 0).count();
    long below = Arrays.stream(effects).filter(effect -> effect >= 0).count();
    return (Math.min(above, below) + 1) / (draws.size() + 1.0);
  }

  private Estimate estimate(double value, double[] drawn, double tail) {
    double deviation = Series.of(drawn).standardDeviation();
    return new Estimate(value, deviation, interval(drawn), OptionalDouble.of(tail));
  }

  private Interval interval(double[] drawn) {
    double[] sorted = drawn.clone();
    Arrays.sort(sorted);
    return new Interval(
        quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2), level);
  }

  /// Between the neighbours, as R's default type 7.
  private static double quantile(double[] sorted, double probability) {
    double position = probability * (sorted.length - 1);
    int below = (int) Math.min(position, sorted.length - 2.0);
    return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
  }

  private Chart chart() {
    int size = values.size();
    double[][] drawn = new double[4][size];
    for (double[] line : drawn) {
      Arrays.fill(line, Double.NaN);
    }
    for (int i = 0; i < after.length; i++) {
      Interval band = interval(draws.period(i));
      drawn[1][after[i]] = draws.expected(i);
      drawn[2][after[i]] = band.lower();
      drawn[3][after[i]] = band.upper();
    }
    return new Chart(
        Series.of(drawn[0]), Series.of(drawn[1]), Series.of(drawn[2]), Series.of(drawn[3]));
  }

  private List<Inclusion> inclusions() {
    List<Inclusion> inclusions = new ArrayList<>();
    for (int j = 0; j < prepared.model().controls().size(); j++) {
      String name = prepared.model().controls().get(j).name();
      inclusions.add(new Inclusion(name, draws.included(j + 1)));
    }
    return inclusions;
  }

  private Grounds grounds() {
    Assumption untouched =
        new Assumption(
            "controls-untouched",
            State.NOT_TESTABLE,
            "The intervention did not change the controls, which go on moving the measure as before.");
    int before = prepared.before().length;
    return new Grounds(
        "bsts",
        before + after.length,
        List.of(untouched),
        warnings(before),
        OptionalLong.of(prepared.model().sampling().seed()));
  }

  private List<Warning> warnings(int before) {
    List<Warning> warnings = new ArrayList<>();
    if (prepared.columns() == 0) {
      warnings.add(
          new Warning(
              "without-controls",
              "Without controls drifts are taken for effects; believe it only where placebos in time"
                  + " declare at most 10 %."));
    }
    if (before < 3 * after.length) {
      warnings.add(
          new Warning(
              "few-periods-before",
              "Only %d values before for %d after; three times as many are wanted."
                  .formatted(before, after.length)));
    }
    return warnings;
  }
}
