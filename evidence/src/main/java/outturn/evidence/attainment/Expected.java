package outturn.evidence.attainment;

import java.util.List;

/// The path of the measure in every draw, before noise: level, contingencies, and the effects of
/// the levers that the elements let through.
final class Expected {
  private static final double LEAST_WEIGHT = 1e-100;

  private final Plan plan;
  private final Draws draws;
  private final int count;
  private final List<Curve> curves;

  private Expected(Plan plan, Draws draws) {
    this.plan = plan;
    this.draws = draws;
    this.count = draws.count();
    this.curves =
        plan.levers().stream()
            .map(lever -> Curve.of(lever, plan.periods() - lever.timing().start()))
            .toList();
  }

  /// By period and draw.
  static double[][] of(Plan plan, Draws draws) {
    Expected expected = new Expected(plan, draws);
    boolean hasEffect = plan.missing().isEmpty();
    double[][] paths = new double[plan.periods()][];
    for (int period = 0; period < paths.length; period++) {
      paths[period] = draws.course().levels(period).clone();
      expected.strike(paths[period], period);
      if (hasEffect) {
        expected.act(paths[period], period);
      }
    }
    return paths;
  }

  private void strike(double[] values, int period) {
    for (int i = 0; i < plan.contingencies().size(); i++) {
      if (period >= plan.contingencies().get(i).from()) {
        add(draws.impacts(i), values);
      }
    }
  }

  private static void add(double[] amounts, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += amounts[i];
    }
  }

  private void act(double[] values, int period) {
    Readiness people = new Readiness(count);
    Readiness process = new Readiness(count);
    Readiness technology = new Readiness(count);
    double[] effects = new double[count];
    List<Lever> levers = plan.levers();
    for (int i = 0; i < levers.size(); i++) {
      Readiness readiness =
          switch (levers.get(i).element()) {
            case PEOPLE -> people;
            case PROCESS -> process;
            case TECHNOLOGY -> technology;
          };
      act(i, period, readiness, effects);
    }
    for (int i = 0; i < count; i++) {
      double through = plan.rule().through(people.mean(i), process.mean(i), technology.mean(i));
      values[i] += through * effects[i];
    }
  }

  private void act(int index, int period, Readiness readiness, double[] effects) {
    Lever lever = plan.levers().get(index);
    double[] starts = draws.starts(index);
    double[] full = draws.effects(index);
    double weight = weight(lever);
    boolean isSame = lever.timing().slip().isNone();
    double share = isSame ? lever.share(Math.max(0, period - starts[0])) : 0;
    Curve curve = curves.get(index);
    for (int i = 0; i < count; i++) {
      double elapsed = period - starts[i];
      if (elapsed >= 0) {
        readiness.count(i, weight, lever.readiness());
        effects[i] += full[i] * (isSame ? share : curve.share(elapsed));
      }
    }
  }

  /// Levers count for the readiness of their element by the size of their effect; one without an
  /// effect of its own, such as a training, counts alone, and next to nothing beside others.
  private static double weight(Lever lever) {
    return Math.max(Math.abs(lever.effect().mean()), LEAST_WEIGHT);
  }

  /// The weighted mean readiness, per draw, of the levers of one element that have begun.
  private static final class Readiness {
    private final double[] weights;
    private final double[] sums;

    Readiness(int count) {
      this.weights = new double[count];
      this.sums = new double[count];
    }

    void count(int draw, double weight, double readiness) {
      weights[draw] += weight;
      sums[draw] += weight * readiness;
    }

    /// 0 where none has begun.
    double mean(int draw) {
      return weights[draw] > 0 ? sums[draw] / weights[draw] : 0;
    }
  }
}
