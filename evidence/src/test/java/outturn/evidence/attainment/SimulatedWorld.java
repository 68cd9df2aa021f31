package outturn.evidence.attainment;

import java.util.random.RandomGenerator;
import outturn.evidence.attainment.Target.Rule;

/// What comes of a plan once, by the words of its definition and in no hurry: shares nothing with
/// the simulation but the plan. Knows no half-lives and full adoption only, and starts without
/// slip.
final class SimulatedWorld {
  private final Plan plan;
  private final RandomGenerator random;
  private final double[] values;

  private SimulatedWorld(Plan plan, RandomGenerator random) {
    this.plan = plan;
    this.random = random;
    this.values = new double[plan.periods()];
  }

  /// The measured values of all periods.
  static double[] of(Plan plan, RandomGenerator random) {
    SimulatedWorld world = new SimulatedWorld(plan, random);
    world.live();
    return world.values;
  }

  static boolean isReached(Target target, double[] values) {
    int reached = 0;
    int from =
        switch (target.rule()) {
          case Rule.At _ -> target.due();
          case Rule.By _ -> 0;
          case Rule.Sustained(_, var of) -> target.due() - of + 1;
        };
    int needed = target.rule() instanceof Rule.Sustained(var periods, _) ? periods : 1;
    for (int period = from; period <= target.due(); period++) {
      reached += values[period] >= target.value() ? 1 : 0;
    }
    return reached >= needed;
  }

  private void live() {
    Baseline baseline = plan.baseline();
    double level = baseline.level() + baseline.levelError() * random.nextGaussian();
    for (Contingency each : plan.contingencies()) {
      double impact = each.impact().quantile(random.nextDouble());
      level += random.nextDouble() < each.probability() ? impact : 0;
    }
    double[] effects =
        plan.levers().stream()
            .mapToDouble(lever -> lever.effect().quantile(random.nextDouble()))
            .toArray();
    double phi = baseline.autocorrelation();
    double noise = baseline.deviation() * random.nextGaussian();
    for (int period = 0; period < values.length; period++) {
      values[period] = level + through(period) * effect(period, effects) + noise;
      noise = phi * noise + Math.sqrt(1 - phi * phi) * baseline.deviation() * random.nextGaussian();
    }
  }

  private double effect(int period, double[] effects) {
    double sum = 0;
    for (int i = 0; i < effects.length; i++) {
      Timing timing = plan.levers().get(i).timing();
      double since = period - timing.start() - timing.delay();
      if (since >= 0) {
        sum += effects[i] * (since >= timing.ramp() ? 1 : since / timing.ramp());
      }
    }
    return sum;
  }

  private double through(int period) {
    double weakest = 1;
    for (Element element : Element.values()) {
      double weights = 0;
      double ready = 0;
      for (Lever lever : plan.levers()) {
        if (lever.element() == element && lever.timing().start() <= period) {
          weights += lever.effect().mean();
          ready += lever.effect().mean() * lever.readiness();
        }
      }
      weakest = Math.min(weakest, weights > 0 ? ready / weights : 0);
    }
    return weakest;
  }
}
