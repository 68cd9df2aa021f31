package outturn.evidence.attainment;

import java.util.List;
import java.util.random.RandomGenerator;
import outturn.evidence.quantity.Pert;

/// What is drawn of a plan before anything is computed: one array per uncertain input, one number
/// per draw.
///
/// Each input has random numbers of its own, by its name, so that plans that differ in one lever
/// share the draws of the others.
final class Draws {
  private final double[][] effects;
  private final double[][] starts;
  private final double[][] impacts;
  private final Course course;

  private Draws(double[][] effects, double[][] starts, double[][] impacts, Course course) {
    this.effects = effects;
    this.starts = starts;
    this.impacts = impacts;
    this.course = course;
  }

  static Draws of(Plan plan, Simulation simulation) {
    List<Lever> levers = plan.levers();
    double[][] effects = new double[levers.size()][];
    double[][] starts = new double[levers.size()][];
    for (int i = 0; i < levers.size(); i++) {
      Lever lever = levers.get(i);
      effects[i] = amounts(lever.effect(), simulation, "effect of " + lever.name());
      starts[i] = starts(lever, simulation);
    }
    double[][] impacts = new double[plan.contingencies().size()][];
    for (int i = 0; i < impacts.length; i++) {
      impacts[i] = impacts(plan.contingencies().get(i), simulation);
    }
    return new Draws(effects, starts, impacts, Course.of(plan.baseline(), simulation));
  }

  int count() {
    return course.levels(0).length;
  }

  double[] effects(int lever) {
    return effects[lever];
  }

  /// Slip included.
  double[] starts(int lever) {
    return starts[lever];
  }

  /// 0 where the contingency does not strike.
  double[] impacts(int contingency) {
    return impacts[contingency];
  }

  /// Of the measure without the plan.
  Course course() {
    return course;
  }

  private static double[] amounts(Pert amount, Simulation simulation, String name) {
    RandomGenerator random = simulation.seed().generator(name);
    double[] draws = new double[simulation.draws()];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = amount.draw(i, random);
    }
    return draws;
  }

  private static double[] starts(Lever lever, Simulation simulation) {
    RandomGenerator random = simulation.seed().generator("start of " + lever.name());
    double[] draws = new double[simulation.draws()];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = lever.timing().start() + lever.timing().slip().draw(random);
    }
    return draws;
  }

  private static double[] impacts(Contingency contingency, Simulation simulation) {
    double[] draws = amounts(contingency.impact(), simulation, "impact of " + contingency.name());
    RandomGenerator random = simulation.seed().generator("strike of " + contingency.name());
    for (int i = 0; i < draws.length; i++) {
      draws[i] = random.nextDouble() < contingency.probability() ? draws[i] : 0;
    }
    return draws;
  }
}
