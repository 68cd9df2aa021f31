package outturn.evidence.attainment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import outturn.evidence.attainment.Driver.Kind;
import outturn.evidence.quantity.Ranks;

/// Ranks the uncertain inputs of a plan by how much they decide of the value in the due period.
///
/// Rank correlation of input and output over the draws: Vose, *Risk Analysis* (2008). What does not
/// vary is left out.
final class Tornado {
  private final Particles particles;
  private final Ranks outcome;
  private final List<Driver> drivers = new ArrayList<>();

  private Tornado(Particles particles, double[] values) {
    this.particles = particles;
    this.outcome = Ranks.of(values);
  }

  /// The drivers, the greatest first.
  ///
  /// @param values of the due period, one per particle
  static List<Driver> of(Plan plan, Draws draws, Particles particles, double[] values) {
    Tornado tornado = new Tornado(particles, values);
    for (int i = 0; i < plan.levers().size(); i++) {
      Lever lever = plan.levers().get(i);
      if (!lever.effect().isConstant()) {
        tornado.add(lever.name(), Kind.EFFECT, draws.effects(i));
      }
      if (!lever.timing().slip().isNone()) {
        tornado.add(lever.name(), Kind.START, draws.starts(i));
      }
    }
    for (int i = 0; i < plan.contingencies().size(); i++) {
      tornado.add(plan.contingencies().get(i).name(), Kind.CONTINGENCY, draws.impacts(i));
    }
    if (plan.baseline().levelError() > 0) {
      tornado.add("level", Kind.LEVEL, draws.course().levels());
    }
    tornado.drivers.sort(Comparator.comparingDouble(driver -> -Math.abs(driver.correlation())));
    return tornado.drivers;
  }

  private void add(String name, Kind kind, double[] input) {
    double correlation = Ranks.of(particles.of(input)).correlation(outcome, particles.weights());
    drivers.add(new Driver(name, kind, correlation));
  }
}
