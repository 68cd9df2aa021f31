package outturn.runtime.outcome;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import outturn.evidence.estimate.Answer;
import outturn.outcome.confirm.Likely;
import outturn.outcome.confirm.PlanForecast;
import outturn.outcome.confirm.PlanForecasts;
import outturn.outcome.confirm.Supposed;
import outturn.outcome.confirm.Supposition;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.runtime.project.InForce;

/// What the outcomes in force are likely to come to.
public final class Plans {
  private final Outcomes outcomes;
  private final Adoption adoption;
  private final InstantSource clock;

  public Plans(Outcomes outcomes, Adoption adoption, InstantSource clock) {
    this.outcomes = outcomes;
    this.adoption = adoption;
    this.clock = clock;
  }

  /// An outcome with the forecast of each of its measures, or why there is none.
  public record Planned(
      InForce.Entry<OutcomePosition> outcome, Map<String, Answer<PlanForecast>> forecasts) {
    /// @param position of one of its measures
    public Answer<PlanForecast> forecast(Position position) {
      return Objects.requireNonNull(forecasts.get(position.measure().name()));
    }
  }

  public Optional<Planned> find(String name) {
    return find(name, clock.instant());
  }

  /// As it is defined now, from what was known at an instant.
  public Optional<Planned> find(String name, Instant asOf) {
    return outcomes.find(name, asOf).map(outcome -> planned(outcome, asOf));
  }

  /// What a measure of an outcome is likely to come to, from what was known as it was placed.
  public Answer<Likely> likely(OutcomePosition outcome, Position position) {
    return PlanForecasts.likely(
        outcome, position, adoption.of(outcome.outcome().levers(), outcome.asOf()));
  }

  /// What would come of a measure's plan under a supposition.
  ///
  /// @param position a measure of the outcome
  public Answer<Supposed> supposing(
      OutcomePosition outcome, Position position, Supposition supposition) {
    return PlanForecasts.supposing(
        outcome,
        position,
        adoption.of(outcome.outcome().levers(), outcome.asOf()),
        supposition);
  }

  /// An outcome as it stands now, without its forecasts.
  public Optional<InForce.Entry<OutcomePosition>> outcome(String name) {
    return outcomes.find(name);
  }

  private Planned planned(InForce.Entry<OutcomePosition> outcome, Instant asOf) {
    var adopted = adoption.of(outcome.value().outcome().levers(), asOf);
    var forecasts = new TreeMap<String, Answer<PlanForecast>>();
    for (Position position : outcome.value().measures()) {
      forecasts.put(
          position.measure().name(), PlanForecasts.of(outcome.value(), position, adopted));
    }
    return new Planned(outcome, forecasts);
  }
}
