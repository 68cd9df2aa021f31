package outturn.evidence.sdid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Interval;
import outturn.evidence.estimate.Reason;
import outturn.evidence.panel.Panel;
import outturn.evidence.quantity.Seed;
import outturn.evidence.series.Series;
import outturn.evidence.synthetic.Weight;

/// Compares the treated units, controls in their place, and the treated at fake starts.
final class SdidReader {
  private static final double ROUNDING = 1e-9;

  private final Panel panel;
  private final SdidOptions options;
  private final int[] treated;
  private final int[] controls;
  private final int start;

  SdidReader(Panel panel, SdidOptions options) {
    this.panel = panel;
    this.options = options;
    this.treated = panel.treated();
    this.controls = panel.controls();
    this.start = panel.cohorts()[0];
  }

  Answer<SdidResult> result() {
    WeightedDifference actual = difference(treated, controls, start, panel.periods());
    List<SdidPlacebo> placebos = treated.length == 1 ? eachControl() : drawn();
    Estimate effect = estimate(actual.effect(), placebos);
    if (!(effect.standardError() > ROUNDING * size())) {
      return Answer.refused(
          Reason.CONSTANT,
          "Expected controls that move differently, found that weighted means of others make each of"
              + " them; there is no noise to judge an effect by.");
    }
    List<FakeStart> fakes = fakeStarts();
    return Answer.found(
        new SdidResult(
            effect,
            weights(actual.units()),
            periods(actual.periods()),
            Series.of(actual.synthetic()),
            placebos,
            fakes,
            new SdidGrounds(panel, options).of(effect.value(), fakes)));
  }

  private WeightedDifference difference(int[] units, int[] others, int from, int to) {
    return new WeightedDifference(panel, units, others, from, to, options.search());
  }

  private List<SdidPlacebo> eachControl() {
    return IntStream.of(controls).mapToObj(j -> placebo(new int[] {j})).toList();
  }

  /// Controls without replacement, as many as are treated, again and again.
  private List<SdidPlacebo> drawn() {
    RandomGenerator random = new Seed(options.seed()).generator("placebos");
    List<SdidPlacebo> placebos = new ArrayList<>();
    int[] order = controls.clone();
    for (int draw = 0; draw < options.draws(); draw++) {
      for (int i = 0; i < treated.length; i++) {
        int j = random.nextInt(i, order.length);
        int taken = order[j];
        order[j] = order[i];
        order[i] = taken;
      }
      placebos.add(placebo(Arrays.stream(order, 0, treated.length).sorted().toArray()));
    }
    return placebos;
  }

  private SdidPlacebo placebo(int[] units) {
    int[] others =
        IntStream.of(controls).filter(j -> IntStream.of(units).noneMatch(i -> i == j)).toArray();
    return new SdidPlacebo(
        IntStream.of(units).mapToObj(i -> panel.units().get(i)).toList(),
        difference(units, others, start, panel.periods()).effect());
  }

  private Estimate estimate(double value, List<SdidPlacebo> placebos) {
    double mean = placebos.stream().mapToDouble(SdidPlacebo::effect).average().orElseThrow();
    double error =
        Math.sqrt(
            placebos.stream()
                .mapToDouble(p -> (p.effect() - mean) * (p.effect() - mean))
                .average()
                .orElseThrow());
    double quantile =
        new TDistribution(controls.length - 1)
            .inverseCumulativeProbability((1 + options.level()) / 2);
    Interval interval =
        new Interval(value - quantile * error, value + quantile * error, options.level());
    double asFar = Math.abs(value) * (1 - ROUNDING);
    long far = placebos.stream().filter(p -> Math.abs(p.effect()) >= asFar).count();
    return new Estimate(
        value, error, interval, OptionalDouble.of((far + 1.0) / (placebos.size() + 1)));
  }

  private double size() {
    return IntStream.range(0, panel.units().size())
        .mapToDouble(unit ->
            IntStream.range(0, panel.periods())
                .mapToDouble(t -> Math.abs(panel.value(unit, t)))
                .max()
                .orElse(0))
        .max()
        .orElse(0);
  }

  private List<Weight> weights(double[] shares) {
    return IntStream.range(0, shares.length)
        .filter(j -> shares[j] > 0)
        .mapToObj(j -> new Weight(panel.units().get(controls[j]), shares[j]))
        .sorted(Comparator.comparingDouble(Weight::share).reversed())
        .toList();
  }

  private static List<PeriodWeight> periods(double[] shares) {
    return IntStream.range(0, shares.length)
        .filter(t -> shares[t] > 0)
        .mapToObj(t -> new PeriodWeight(t, shares[t]))
        .toList();
  }

  /// At the half and at three quarters of the periods before, where these leave enough.
  private List<FakeStart> fakeStarts() {
    return IntStream.of(start / 2, start * 3 / 4)
        .distinct()
        .filter(at -> at >= Sdid.LEAST_BEFORE && at < start)
        .mapToObj(at -> new FakeStart(at, difference(treated, controls, at, start).effect()))
        .toList();
  }
}
