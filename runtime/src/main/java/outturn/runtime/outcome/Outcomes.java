package outturn.runtime.outcome;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Outcome;
import outturn.definition.outcome.Outcome.Goal;
import outturn.outcome.definition.DefinitionChanges;
import outturn.outcome.position.Facts;
import outturn.outcome.position.FrozenBaseline;
import outturn.outcome.position.LeverStart;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.outcome.position.Positions;
import outturn.runtime.change.ChangeLog;
import outturn.runtime.measure.MeasureValues;
import outturn.runtime.project.InForce;

/// The outcomes in force and where they stand.
public final class Outcomes {
  private final InForce inForce;
  private final MeasureValues values;
  private final ChangeLog changes;
  private final Frozen frozen;
  private final InstantSource clock;

  public Outcomes(
      InForce inForce,
      MeasureValues values,
      ChangeLog changes,
      Frozen frozen,
      InstantSource clock) {
    this.inForce = inForce;
    this.values = values;
    this.changes = changes;
    this.frozen = frozen;
    this.clock = clock;
  }

  /// The dated events that outcomes are read with.
  public ChangeLog changes() {
    return changes;
  }

  /// All outcomes as they stand now, by name.
  public List<InForce.Entry<OutcomePosition>> all() {
    return all(clock.instant());
  }

  /// All outcomes as they are defined now, read from what was recorded and frozen by an instant.
  public List<InForce.Entry<OutcomePosition>> all(Instant asOf) {
    var changed = changes.all(asOf);
    return inForce.outcomes().stream().map(entry -> placed(entry, changed, asOf)).toList();
  }

  public Optional<InForce.Entry<OutcomePosition>> find(String name) {
    return find(name, clock.instant());
  }

  public Optional<InForce.Entry<OutcomePosition>> find(String name, Instant asOf) {
    return inForce.outcome(name).map(entry -> placed(entry, changes.all(asOf), asOf));
  }

  /// Where a measure stands: towards the goal of the first outcome that has it, else on its own.
  public Optional<Position> measure(String name, Instant asOf) {
    var changed = changes.all(asOf);
    return inForce.outcomes().stream()
        .filter(
            entry -> entry.value().goals().stream().anyMatch(goal -> goal.measure().equals(name)))
        .findFirst()
        .flatMap(entry -> placed(entry, changed, asOf).value().find(name))
        .or(() -> alone(name, changed, asOf));
  }

  private Optional<Position> alone(String name, List<Change> all, Instant asOf) {
    var goal = new Goal(name, Optional.empty(), Optional.empty(), Outcome.Trajectory.LINEAR);
    var affecting = all.stream().filter(change -> change.affects().contains(name)).toList();
    return inForce
        .measure(name)
        .map(measure -> position(measure, goal, Optional.empty(), affecting, asOf));
  }

  private InForce.Entry<OutcomePosition> placed(
      InForce.Entry<Outcome> entry, List<Change> all, Instant asOf) {
    var outcome = entry.value();
    var affecting =
        all.stream()
            .filter(
                change -> outcome.goals().stream().anyMatch(goal -> affects(change, outcome, goal)))
            .sorted(Comparator.comparing(Change::date).thenComparing(Change::name))
            .toList();
    var position =
        new OutcomePosition(
            outcome,
            outcome.goals().stream()
                .flatMap(goal -> position(outcome, goal, affecting, asOf).stream())
                .toList(),
            outcome.levers().stream().map(lever -> LeverStart.of(lever, all)).toList(),
            affecting,
            asOf);
    return new InForce.Entry<>(entry.name(), entry.project(), entry.version(), position);
  }

  private Optional<Position> position(
      Outcome outcome, Goal goal, List<Change> affecting, Instant asOf) {
    var own = affecting.stream().filter(change -> affects(change, outcome, goal)).toList();
    return inForce
        .measure(goal.measure())
        .map(measure ->
            position(
                measure, goal, frozen.of(outcome.name(), goal.measure(), asOf), own, asOf));
  }

  private Position position(
      InForce.Entry<Measure> measure,
      Goal goal,
      Optional<FrozenBaseline> baseline,
      List<Change> affecting,
      Instant asOf) {
    return Positions.of(
        new Facts(
            measure.value(),
            goal,
            values.quality(measure.value(), asOf),
            baseline,
            Stream.concat(affecting.stream(), definitions(measure, asOf).stream())
                .sorted(Comparator.comparing(Change::date).thenComparing(Change::name))
                .toList(),
            asOf));
  }

  private List<Change> definitions(InForce.Entry<Measure> measure, Instant asOf) {
    var defined = inForce.definitions(measure, asOf);
    if (defined.size() < 2) return List.of();
    return DefinitionChanges.of(measure.name(), defined, values.recorded(measure.value(), asOf));
  }

  /// A change names the measures that it affects; one that starts a lever affects what that moves.
  private static boolean affects(Change change, Outcome outcome, Goal goal) {
    return change.affects().contains(goal.measure())
        || outcome.levers().stream()
            .filter(lever -> lever.moves().equals(goal.measure()))
            .anyMatch(lever -> lever.start().change().filter(change.name()::equals).isPresent());
  }
}
