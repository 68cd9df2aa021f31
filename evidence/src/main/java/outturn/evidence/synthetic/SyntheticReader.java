package outturn.evidence.synthetic;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Interval;
import outturn.evidence.estimate.Reason;
import outturn.evidence.panel.Panel;
import outturn.evidence.series.Series;

/// Compares the treated unit, its donors in its place, without each donor, and at fake starts.
final class SyntheticReader {
  /// Abadie, Diamond, Hainmueller (2010), section 3.4: without a filter, then 20 and 5 times.
  private static final double[] FILTERS = {Double.POSITIVE_INFINITY, 20, 5};

  private final Panel panel;
  private final SyntheticOptions options;
  private final int treated;
  private final int[] donors;
  private final int start;

  SyntheticReader(Panel panel, SyntheticOptions options) {
    this.panel = panel;
    this.options = options;
    this.treated = panel.treated()[0];
    this.donors = panel.controls();
    this.start = panel.start(treated);
  }

  Answer<SyntheticResult> result() {
    Comparison actual = comparison(treated, donors, start);
    if (actual.exact()) {
      return Answer.refused(
          Reason.CONSTANT,
          "Expected donors that fit the %d periods before with an error, found that they fit exactly;"
                  .formatted(start)
              + " begin earlier or keep fewer donors, for such a fit tells nothing.");
    }
    List<Placebo> placebos =
        IntStream.of(donors).mapToObj(j -> placebo(j, comparison(j, others(j), start))).toList();
    Placebo own = placebo(treated, actual);
    List<Placebo> fitting = fitting(placebos, own, FILTERS[1]);
    if (fitting.size() < 2 || error(fitting) == 0) {
      return Answer.refused(
          Reason.TOO_FEW,
          "Expected at least 2 placebos that vary and fit at most 20 times worse than %s, found %d of"
                  .formatted(own.donor(), fitting.size())
              + " %d; choose donors that are more alike.".formatted(donors.length));
    }
    List<Rank> ranks =
        DoubleStream.of(FILTERS).mapToObj(most -> rank(placebos, own, most)).toList();
    Robustness robustness = new Robustness(placebos, ranks, withoutDonors(actual), fakeStarts());
    return Answer.found(
        new SyntheticResult(
            estimate(own, fitting, ranks.get(1)),
            weights(actual),
            Series.of(actual.synthetic()),
            Series.of(actual.gaps()),
            own,
            robustness,
            SyntheticGrounds.of(panel, options, own, robustness)));
  }

  private Comparison comparison(int unit, int[] from, int at) {
    return new Comparison(panel, unit, from, at, options);
  }

  private int[] others(int donor) {
    return IntStream.of(donors).filter(j -> j != donor).toArray();
  }

  private Placebo placebo(int unit, Comparison comparison) {
    int end = panel.periods();
    return new Placebo(
        panel.units().get(unit),
        comparison.before(),
        comparison.after(end),
        comparison.effect(end));
  }

  private static List<Placebo> fitting(List<Placebo> placebos, Placebo own, double most) {
    return placebos.stream().filter(placebo -> placebo.before() <= most * own.before()).toList();
  }

  private static Rank rank(List<Placebo> placebos, Placebo own, double most) {
    List<Placebo> kept = fitting(placebos, own, most);
    long larger = kept.stream().filter(placebo -> placebo.ratio() >= own.ratio()).count();
    return new Rank(most, (int) larger + 1, kept.size() + 1);
  }

  private static double error(List<Placebo> placebos) {
    return Math.sqrt(
        placebos.stream().mapToDouble(p -> p.effect() * p.effect()).average().orElse(0));
  }

  private Estimate estimate(Placebo own, List<Placebo> placebos, Rank rank) {
    double error = error(placebos);
    double quantile =
        new TDistribution(placebos.size()).inverseCumulativeProbability((1 + options.level()) / 2);
    Interval interval =
        new Interval(
            own.effect() - quantile * error, own.effect() + quantile * error, options.level());
    return new Estimate(own.effect(), error, interval, OptionalDouble.of(rank.p()));
  }

  private List<Weight> weights(Comparison actual) {
    double[] shares = actual.weights();
    return IntStream.range(0, donors.length)
        .filter(j -> shares[j] > 0)
        .mapToObj(j -> new Weight(panel.units().get(donors[j]), shares[j]))
        .sorted(Comparator.comparingDouble(Weight::share).reversed())
        .toList();
  }

  private List<WithoutDonor> withoutDonors(Comparison actual) {
    double[] shares = actual.weights();
    return IntStream.range(0, donors.length)
        .filter(j -> shares[j] > 0)
        .mapToObj(j ->
            new WithoutDonor(
                panel.units().get(donors[j]),
                comparison(treated, others(donors[j]), start).effect(panel.periods())))
        .toList();
  }

  /// At the half and at three quarters of the periods before, where these leave enough.
  private List<FakeStart> fakeStarts() {
    return IntStream.of(start / 2, start * 3 / 4)
        .distinct()
        .filter(at -> at >= Synthetic.LEAST_BEFORE && at < start)
        .mapToObj(at -> {
          Comparison fake = comparison(treated, donors, at);
          return new FakeStart(at, fake.effect(start), fake.after(start) / fake.before());
        })
        .toList();
  }
}
