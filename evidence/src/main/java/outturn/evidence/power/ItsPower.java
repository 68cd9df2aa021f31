package outturn.evidence.power;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Assumption.State;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Reason;
import outturn.evidence.its.model.Fitted;
import outturn.evidence.its.model.Reading;
import outturn.evidence.series.Series;

/// Whether an interrupted time series will show a step, by simulation.
///
/// Hawley, Ali, Berencsi, Judge, Prieto-Alhambra, *Sample size and power considerations for
/// ordinary least squares interrupted time series analysis: a simulation study*, Clinical
/// Epidemiology 11 (2019), 197-205, here with the test that is used. Assumes normal AR(1) noise of
/// the same variation before and after. With a slope the step is the one at the last period before.
public final class ItsPower {
  private static final int LEAST_REPLICATIONS = 100;
  private static final int MOST_REPLICATIONS = 100_000;
  private static final double BOUND = .95;
  private static final double LARGEST_STEP = 1000;
  private static final int HALVINGS = 11;

  private ItsPower() {}

  /// The chance that a step is declared.
  ///
  /// @param step in the unit of the measure; its sign does not matter
  public static Answer<Power> power(
      ItsSetting setting, Variation variation, double step, Trials trials) {
    return powers(setting, variation, List.of(step), trials)
        .then(powers -> Answer.found(powers.getFirst()));
  }

  /// The chance that steps of several sizes are declared, all in the same noise, so that a curve
  /// through them is smooth.
  ///
  /// @param steps in the unit of the measure; their signs do not matter
  public static Answer<List<Power>> powers(
      ItsSetting setting, Variation variation, List<Double> steps, Trials trials) {
    for (double step : steps) {
      if (!Double.isFinite(step)) {
        return Answer.refused(
            Reason.NOT_A_NUMBER,
            "Expected a step in the unit of the measure, found %s; give the change that is hoped for."
                .formatted(step));
      }
    }
    return simulated(setting, variation, trials)
        .then(simulated -> {
          Grounds grounds = grounds(setting, variation, trials);
          return Answer.found(
              steps.stream()
                  .map(step -> {
                    double power = simulated.power(Math.abs(step) / variation.standardDeviation());
                    return new Power(power, simulated.error(power), grounds);
                  })
                  .toList());
        });
  }

  /// The smallest step that is declared with a power, such as .8.
  public static Answer<Detectable> detectable(
      ItsSetting setting, Variation variation, double power, Trials trials) {
    if (!(power > 1 - trials.level() && power <= .99)) {
      return Answer.refused(
          Reason.OUT_OF_RANGE,
          "Expected a power above the share of false alarms and up to 0.99, found %s; 0.8 is usual."
              .formatted(power));
    }
    return simulated(setting, variation, trials)
        .then(simulated -> search(simulated, power))
        .then(found -> {
          double unit = variation.standardDeviation();
          Grounds grounds = grounds(setting, variation, trials);
          return Answer.found(
              new Detectable(
                  found[0] * unit, found[0], power, found[2] * unit, found[1] * unit, grounds));
        });
  }

  /// Step, Monte Carlo error and step at best, in standard deviations.
  private static Answer<double[]> search(Simulated simulated, double power) {
    double high = 1;
    while (simulated.power(high) < power) {
      high *= 2;
      if (high > LARGEST_STEP) {
        return Answer.refused(
            Reason.NO_CONVERGENCE,
            "Expected a step that is seen, found none up to %.0f standard deviations; plan more"
                    .formatted(LARGEST_STEP)
                + " periods.");
      }
    }
    double low = high > 1 ? high / 2 : 0;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (simulated.power(middle) < power) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double rise = simulated.power(1.1 * high) - simulated.power(.9 * high);
    double error = rise > 0 ? simulated.error(power) * .2 * high / rise : high;
    return Answer.found(new double[] {high, error, simulated.atBest(power)});
  }

  private static Answer<Simulated> simulated(
      ItsSetting setting, Variation variation, Trials trials) {
    double deviation = variation.standardDeviation();
    if (!(deviation > 0 && Double.isFinite(deviation))) {
      return out("a standard deviation above 0", deviation, "that of the baseline is usual");
    }
    double r = variation.autocorrelation();
    if (!(Math.abs(r) <= BOUND)) {
      return out("an autocorrelation from -0.95 to 0.95", r, "take that of the baseline");
    }
    if (trials.replications() < LEAST_REPLICATIONS || trials.replications() > MOST_REPLICATIONS) {
      return out("100 to 100000 replications", trials.replications(), "2000 are usual");
    }
    if (setting.before() < 0 || setting.after() < 0 || setting.before() + setting.after() > 5000) {
      return out("up to 5000 periods", setting.before(), "use longer periods");
    }
    return Fitted.of(
            example(setting.before() + setting.after()),
            setting.model().with(new Reading(trials.level(), trials.seed())))
        .then(fitted -> Answer.found(new Simulated(setting, r, fitted, trials)));
  }

  private static Answer<Simulated> out(String expected, double found, String advice) {
    return Answer.refused(
        Reason.OUT_OF_RANGE, "Expected %s, found %s; %s.".formatted(expected, found, advice));
  }

  /// Any values that vary: what is refused of them would be refused of all.
  private static Series example(int periods) {
    double[] values = new double[periods];
    for (int i = 0; i < periods; i++) {
      values[i] = Math.sin(1 + i * (double) i);
    }
    return Series.of(values);
  }

  private static Grounds grounds(ItsSetting setting, Variation variation, Trials trials) {
    Assumption noise =
        new Assumption(
            "noise-as-given",
            State.NOT_TESTABLE,
            String.format(
                Locale.ROOT,
                "The measure will vary as it did: standard deviation %s, neighbours correlated %s.",
                variation.standardDeviation(),
                variation.autocorrelation()));
    return new Grounds(
        setting.errors().word(),
        setting.before() + setting.after(),
        List.of(noise),
        List.of(),
        OptionalLong.of(trials.seed()));
  }
}
