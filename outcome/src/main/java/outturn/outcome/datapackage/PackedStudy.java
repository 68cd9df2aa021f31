package outturn.outcome.datapackage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import outturn.definition.change.Change;
import outturn.evidence.estimate.Answer;
import outturn.outcome.confirm.Adopted;
import outturn.outcome.impact.Beside;
import outturn.outcome.impact.ControlMeasure;
import outturn.outcome.impact.ImpactFinding;
import outturn.outcome.impact.ImpactFindings;
import outturn.outcome.impact.Study;
import outturn.outcome.onepage.Measured;
import outturn.outcome.position.Facts;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.outcome.position.Positions;

/// A study with its observations: the same analysis that a server does.
public final class PackedStudy {
  private final StudyRecord record;
  private final Map<String, ObservedMeasure> observed = new HashMap<>();

  /// @param rows by the name of the measure
  public PackedStudy(StudyRecord record, Map<String, ? extends Collection<ObservationRow>> rows) {
    this.record = record;
    for (var measure : record.measures()) {
      var own = Optional.<Collection<ObservationRow>>ofNullable(rows.get(measure.name()));
      observed.put(
          measure.name(),
          new ObservedMeasure(measure, own.orElse(List.of()), record.when().asOf()));
    }
  }

  /// The observations of a measure as CSV, with what of them counts.
  public String table(String measure) {
    return ObservationTable.write(observed(measure), _ -> true);
  }

  private ObservedMeasure observed(String measure) {
    return Optional.ofNullable(observed.get(measure))
        .orElseThrow(() -> new Unreadable("study: there is no measure " + measure));
  }

  /// What was found, as the API tells it.
  public Map<String, @Nullable Object> finding() {
    var outcome = position();
    var measured =
        outcome.measures().stream()
            .map(each -> new Measured(each, finding(outcome, each)))
            .toList();
    return ImpactJson.of(record.outcome(), record.when().day(), record.registration(), measured);
  }

  private OutcomePosition position() {
    return new OutcomePosition(
        record.outcome(),
        record.goals().stream().map(this::position).toList(),
        record.levers(),
        record.dated().affecting(),
        record.when().asOf());
  }

  private Position position(GoalRecord goal) {
    return Positions.of(
        new Facts(
            goal.measure(),
            goal.goal(),
            observed(goal.measure().name()).quality(),
            goal.frozen(),
            goal.changes(),
            record.when().asOf()));
  }

  private Answer<ImpactFinding> finding(OutcomePosition outcome, Position position) {
    var plan = record.outcome().appraisal().analysis();
    if (plan.isEmpty()) return ImpactJson.noPlan();
    return ImpactFindings.of(
        new Study(
            outcome,
            position,
            plan.get(),
            record.registration().badge(),
            beside(position),
            record.when().day(),
            record.when().seed()));
  }

  private Beside beside(Position position) {
    var name = position.measure().name();
    var goal =
        record.goals().stream().filter(each -> each.measure().name().equals(name)).findFirst();
    var controls =
        record.beside().controls().stream()
            .map(each -> new ControlMeasure(each, observed(each.name()).values()))
            .toList();
    var adopted = new HashMap<String, Adopted>();
    for (var each : record.beside().adoption()) {
      adopted.put(each.name(), new Adopted(each, observed(each.name()).values()));
    }
    var changes = new ArrayList<>(record.dated().affecting());
    changes.addAll(record.dated().others());
    changes.sort(Comparator.comparing(Change::name));
    return new Beside(
        changes,
        goal.flatMap(GoalRecord::frozen),
        controls,
        position.measure().segments().isPresent() ? observed(name).segments() : new TreeMap<>(),
        adopted,
        Set.of());
  }
}
