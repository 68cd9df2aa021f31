package outturn.evidence.its;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import outturn.evidence.estimate.Interval;
import outturn.evidence.its.model.Fitted;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.its.model.Reading;
import outturn.evidence.series.Series;

/// Series of AR(1) noise of standard deviation 1 with a step added, analysed again and again.
///
/// @param model without noise of its own; its intervention says how many periods are before
/// @param r correlation of neighbours
/// @param step that is added to the periods after
record Simulation(ItsModel model, int periods, double r, double step, int replications) {
  /// Shares of the replications, 0..1.
  record Shares(double step, double average, double covered) {}

  /// How often the step and the average effect are declared at 5 %.
  Shares declared() {
    return run(false);
  }

  /// The same, and how often the interval of the average effect holds the true one, in every fourth
  /// replication.
  Shares declaredAndCovered() {
    return run(true);
  }

  private Shares run(boolean coverage) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20260101);
    int steps = 0;
    int averages = 0;
    int covered = 0;
    for (int i = 0; i < replications; i++) {
      Fitted fitted =
          Fitted.of(series(random), model.with(new Reading(.95, i))).result().orElseThrow();
      double[] average = fitted.terms().averageContrast();
      steps += fitted.inference().declares(fitted.terms().stepContrast(), .05) ? 1 : 0;
      averages += fitted.inference().declares(average, .05) ? 1 : 0;
      if (coverage && i % 4 == 0) {
        Interval interval = fitted.inference().interval(average, .95);
        covered += interval.contains(step) ? 4 : 0;
      }
    }
    double n = replications;
    return new Shares(steps / n, averages / n, covered / n);
  }

  private Series series(RandomGenerator random) {
    double[] values = new double[periods];
    double noise = random.nextGaussian();
    for (int i = 0; i < periods; i++) {
      values[i] = noise + (i >= model.intervention().at() ? step : 0);
      noise = r * noise + Math.sqrt(1 - r * r) * random.nextGaussian();
    }
    return Series.of(values);
  }
}
