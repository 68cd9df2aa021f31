package outturn.evidence.attainment;

import java.util.Optional;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.series.Series;

/// Will the plan reach its target? Simulates it from its levers to the measured values.
///
/// Vose, *Risk Analysis* (2008), for three points and tornado; Geweke, *Bayesian Inference in
/// Econometric Models Using Monte Carlo Integration*, Econometrica 57 (1989), 1317-1339, for
/// importance weights. Assumes what the plan says: independent levers, effects that add up, and the
/// rule of the elements. A forecast is a promise that is scored later.
public final class Attainment {
  private Attainment() {}

  /// Before data.
  public static Answer<Forecast> forecast(Plan plan, Simulation simulation) {
    Optional<Refusal> refusal = PlanCheck.refusal(plan, simulation);
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    return new Simulated(plan, simulation).forecast();
  }

  /// After data: the draws of the forecast, weighted by the likelihood of what was observed.
  ///
  /// @param observed the periods of the plan that have passed, from period 0; gaps are left out of
  ///   the weights and do not reach the target
  public static Answer<Update> update(Plan plan, Simulation simulation, Series observed) {
    Optional<Refusal> refusal =
        PlanCheck.refusal(plan, simulation).or(() -> refusal(plan, observed));
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    return new Simulated(plan, simulation).update(observed);
  }

  private static Optional<Refusal> refusal(Plan plan, Series observed) {
    if (observed.count() == 0 || observed.size() > plan.periods()) {
      return Optional.of(
          new Refusal(
              Reason.OUTSIDE_THE_DATA,
              "An update needs observations of 1 to %d periods, not %d values in %d periods; give those of the plan."
                  .formatted(plan.periods(), observed.count(), observed.size())));
    }
    return plan.baseline().deviation() > 0
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Reason.CONSTANT,
                "Observations are weighed against the noise of the baseline and its deviation is 0; give one above 0."));
  }
}
