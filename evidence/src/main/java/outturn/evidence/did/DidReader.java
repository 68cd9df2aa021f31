package outturn.evidence.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Assumption.State;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Interval;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Warning;
import outturn.evidence.panel.Panel;
import outturn.evidence.quantity.Seed;

/// Reads effects, their errors and what they rest on from the figures of an estimator.
final class DidReader {
  private static final double DOUBT = .05;

  /// Cameron, Miller, *A practitioner's guide to cluster-robust inference*, Journal of Human
  /// Resources 50 (2015), 317-372, section VI: few clusters on either side mislead.
  private static final int ENOUGH_UNITS = 10;

  private final Panel panel;
  private final Estimator estimator;
  private final Resampling resampling;
  private final double[] figures;
  private final Distribution errors;
  private final Distribution permuted;

  DidReader(Panel panel, Estimator estimator, Resampling resampling) {
    Assignment actual = Assignment.of(panel);
    Seed seed = new Seed(resampling.seed());
    RandomGenerator order = seed.generator("permutation");
    RandomGenerator chance = seed.generator("errors");
    this.panel = panel;
    this.estimator = estimator;
    this.resampling = resampling;
    this.figures = estimator.figures(actual);
    this.permuted =
        Distribution.of(estimator, actual, a -> a.shuffled(order), figures, resampling.draws());
    this.errors =
        bootstraps()
            ? Distribution.of(estimator, actual, a -> a.drawn(chance), figures, resampling.draws())
            : Distribution.of(
                estimator, dealt(actual), a -> a.shuffled(chance), figures, resampling.draws());
  }

  /// True if no group is a single unit, of which nothing could be drawn but itself.
  private boolean bootstraps() {
    return panel.controls().length != 1
        && IntStream.of(panel.cohorts()).allMatch(start -> starting(start) > 1);
  }

  private long starting(int start) {
    return IntStream.of(panel.treated()).filter(unit -> panel.start(unit) == start).count();
  }

  private Assignment dealt(Assignment actual) {
    return panel.controls().length >= panel.treated().length + 2
        ? Assignment.amongControls(panel)
        : actual;
  }

  Answer<DidResult> result() {
    double error = errors.deviation(Estimator.EFFECT);
    double size = IntStream.range(0, panel.units().size()).mapToDouble(this::size).max().orElse(0);
    if (!(error > 1e-12 * size)) {
      return Answer.refused(
          Reason.CONSTANT,
          "Expected units that move differently, found all changes of a group the same; there is no"
              + " noise to judge an effect by.");
    }
    OptionalDouble p = OptionalDouble.of(permuted.p(Estimator.EFFECT));
    return Answer.found(
        new DidResult(estimate(Estimator.EFFECT, p), events(), preTrend(), grounds()));
  }

  private double size(int unit) {
    return IntStream.range(0, panel.periods())
        .mapToDouble(t -> Math.abs(panel.value(unit, t)))
        .max()
        .orElse(0);
  }

  private Estimate estimate(int figure, OptionalDouble p) {
    double value = figures[figure];
    double error = errors.deviation(figure);
    double quantile =
        new TDistribution(freedom()).inverseCumulativeProbability((1 + resampling.level()) / 2);
    Interval interval =
        new Interval(value - quantile * error, value + quantile * error, resampling.level());
    return new Estimate(value, error, interval, p);
  }

  /// One less than the units of the smaller side, where its units were drawn.
  private int freedom() {
    int treated = panel.treated().length;
    int others = panel.units().size() - treated;
    int units = bootstraps() && others > 0 ? Math.min(treated, others) : panel.units().size() - 1;
    return Math.max(1, units - 1);
  }

  private List<EventPoint> events() {
    return IntStream.range(Estimator.EVENTS, figures.length)
        .filter(i -> Double.isFinite(figures[i]))
        .mapToObj(i ->
            new EventPoint(
                estimator.firstEvent() + i - Estimator.EVENTS, estimate(i, OptionalDouble.empty())))
        .toList();
  }

  private OptionalDouble preTrend() {
    int paths = -estimator.firstEvent() - 1;
    return IntStream.range(0, paths).anyMatch(i -> Double.isFinite(figures[Estimator.EVENTS + i]))
        ? OptionalDouble.of(permuted.p(Estimator.PRE_TREND))
        : OptionalDouble.empty();
  }

  private Grounds grounds() {
    List<Assumption> assumptions =
        List.of(
            parallel(),
            new Assumption(
                "controls-untouched",
                State.NOT_TESTABLE,
                "The treatment changed nothing in the units that are compared with."),
            new Assumption(
                "no-anticipation",
                State.NOT_TESTABLE,
                "The treated units did not change before their start because they expected it."));
    return new Grounds(
        estimator.word(),
        panel.units().size() * panel.periods(),
        assumptions,
        warnings(),
        OptionalLong.of(resampling.seed()));
  }

  private Assumption parallel() {
    String name = "parallel-paths";
    OptionalDouble p = preTrend();
    if (p.isEmpty()) {
      return new Assumption(
          name,
          State.NOT_TESTABLE,
          "There are too few periods with controls before the start to see whether paths were parallel.");
    }
    return new Assumption(
        name,
        p.getAsDouble() < DOUBT ? State.DOUBTFUL : State.HOLDS,
        String.format(
            Locale.ROOT,
            "Treated and controls moved in parallel before the start, p = %.3f.",
            p.getAsDouble()));
  }

  private List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>(estimator.warnings());
    int treated = panel.treated().length;
    if (Math.min(treated, panel.units().size() - treated) < ENOUGH_UNITS) {
      warnings.add(
          new Warning(
              "few-units",
              "Treated units: %d, others: %d; with so few standard errors are uncertain, rely on p."
                  .formatted(treated, panel.units().size() - treated)));
    }
    if (!bootstraps()) {
      warnings.add(
          new Warning(
              "single-unit",
              "A group is a single unit, so the error is that of the same treatment dealt to others."));
    }
    if (preTrend().orElse(1) < DOUBT) {
      warnings.add(
          new Warning(
              "paths-not-parallel",
              "Treated and controls already moved apart before the start, so the effect is doubtful."));
    }
    return warnings;
  }
}
