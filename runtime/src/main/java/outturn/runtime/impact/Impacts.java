package outturn.runtime.impact;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.definition.outcome.Analysis;
import outturn.evidence.estimate.Answer;
import outturn.outcome.datapackage.ImpactJson;
import outturn.outcome.impact.ImpactFinding;
import outturn.outcome.impact.ImpactFindings;
import outturn.outcome.impact.Study;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.outcome.register.Registration;
import outturn.runtime.outcome.Outcomes;
import outturn.runtime.project.InForce;
import outturn.runtime.project.PlanLocks;

/// What the data tell of the changes behind the outcomes in force.
public final class Impacts {
  /// Of all random numbers, so that everybody who reads the same data reads the same figures.
  static final long SEED = 1;

  private final Outcomes outcomes;
  private final PlanLocks locks;
  private final StudyData data;
  private final InstantSource clock;

  public Impacts(Outcomes outcomes, PlanLocks locks, StudyData data, InstantSource clock) {
    this.outcomes = outcomes;
    this.locks = locks;
    this.data = data;
    this.clock = clock;
  }

  /// An outcome, and what was found of each of its measures.
  ///
  /// @param day as of which it was read
  public record Read(
      InForce.Entry<OutcomePosition> outcome,
      Registration registration,
      LocalDate day,
      List<Measured> measured) {
    public Read {
      measured = List.copyOf(measured);
    }

    /// As JSON: as the API tells it and as evidence keeps it.
    public Map<String, @Nullable Object> json() {
      return ImpactJson.of(
          outcome.value().outcome(),
          day,
          registration,
          measured.stream()
              .map(each -> new outturn.outcome.onepage.Measured(each.position(), each.finding()))
              .toList());
    }

    /// Whether anything was found.
    public boolean isFound() {
      return measured.stream().anyMatch(each -> each.finding().result().isPresent());
    }
  }

  private record Asked(
      OutcomePosition outcome, Analysis plan, Registration registration, LocalDate day) {}

  /// What was found of a measure, or why nothing can be said.
  public record Measured(Position position, Answer<ImpactFinding> finding) {}

  /// As of now.
  public Optional<Read> find(String name) {
    return find(name, clock.instant());
  }

  /// As it is defined now, from what was known at an instant.
  public Optional<Read> find(String name, Instant asOf) {
    return outcomes
        .find(name, asOf)
        .map(outcome -> read(outcome, LocalDate.ofInstant(asOf, ZoneOffset.UTC)));
  }

  /// The same as it is to be read on a day.
  Optional<Read> find(String name, Instant asOf, LocalDate day) {
    return outcomes.find(name, asOf).map(outcome -> read(outcome, day));
  }

  /// As it is to be read on a day, from what the position tells.
  public Read read(InForce.Entry<OutcomePosition> entry, LocalDate day) {
    var outcome = entry.value();
    var registration = locks.of(outcome.outcome(), outcome.asOf());
    var plan = outcome.outcome().appraisal().analysis();
    var measured =
        outcome.measures().stream()
            .map(position ->
                new Measured(
                    position,
                    plan.map(each -> finding(position, new Asked(outcome, each, registration, day)))
                        .orElseGet(ImpactJson::noPlan)))
            .toList();
    return new Read(entry, registration, day, measured);
  }

  private Answer<ImpactFinding> finding(Position position, Asked asked) {
    return ImpactFindings.of(
        new Study(
            asked.outcome(),
            position,
            asked.plan(),
            asked.registration().badge(),
            data.beside(asked.outcome(), position),
            asked.day(),
            SEED));
  }
}
