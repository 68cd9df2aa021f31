package outturn.runtime.outcome;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import outturn.definition.change.Change;
import outturn.definition.outcome.Outcome;
import outturn.definition.outcome.Outcome.Goal;
import outturn.outcome.position.Facts;
import outturn.outcome.position.LeverStart;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.outcome.position.Positions;
import outturn.runtime.measure.MeasureValues;
import outturn.runtime.project.InForce;

/// The outcomes in force and where they stand.
public final class Outcomes {
  private final InForce inForce;
  private final MeasureValues values;
  private final Frozen frozen;
  private final InstantSource clock;

  public Outcomes(InForce inForce, MeasureValues values, Frozen frozen, InstantSource clock) {
    this.inForce = inForce;
    this.values = values;
    this.frozen = frozen;
    this.clock = clock;
  }

  /// All outcomes as they stand now, by name.
  public List<InForce.Entry<OutcomePosition>> all() {
    return all(clock.instant());
  }

  /// All outcomes as they are defined now, read from what was recorded and frozen by an instant.
  public List<InForce.Entry<OutcomePosition>> all(Instant asOf) {
    return inForce.outcomes().stream().map(entry -> placed(entry, asOf)).toList();
  }

  public Optional<InForce.Entry<OutcomePosition>> find(String name) {
    return find(name, clock.instant());
  }

  public Optional<InForce.Entry<OutcomePosition>> find(String name, Instant asOf) {
    return inForce.outcome(name).map(entry -> placed(entry, asOf));
  }

  private InForce.Entry<OutcomePosition> placed(InForce.Entry<Outcome> entry, Instant asOf) {
    var outcome = entry.value();
    var all = inForce.changes().stream().map(InForce.Entry::value).toList();
    var changes =
        all.stream()
            .filter(
                change -> outcome.goals().stream().anyMatch(goal -> affects(change, outcome, goal)))
            .sorted(Comparator.comparing(Change::date).thenComparing(Change::name))
            .toList();
    var position =
        new OutcomePosition(
            outcome,
            outcome.goals().stream()
                .flatMap(goal -> position(outcome, goal, changes, asOf).stream())
                .toList(),
            outcome.levers().stream().map(lever -> LeverStart.of(lever, all)).toList(),
            changes,
            asOf);
    return new InForce.Entry<>(entry.name(), entry.project(), entry.version(), position);
  }

  private Optional<Position> position(
      Outcome outcome, Goal goal, List<Change> changes, Instant asOf) {
    return inForce
        .measure(goal.measure())
        .map(measure ->
            Positions.of(
                new Facts(
                    measure.value(),
                    goal,
                    values.of(measure.value(), asOf),
                    frozen.of(outcome.name(), goal.measure(), asOf),
                    changes.stream().filter(change -> affects(change, outcome, goal)).toList(),
                    asOf)));
  }

  /// A change names the measures that it affects; one that starts a lever affects what that moves.
  private static boolean affects(Change change, Outcome outcome, Goal goal) {
    return change.affects().contains(goal.measure())
        || outcome.levers().stream()
            .filter(lever -> lever.moves().equals(goal.measure()))
            .anyMatch(lever -> lever.start().change().filter(change.name()::equals).isPresent());
  }
}
