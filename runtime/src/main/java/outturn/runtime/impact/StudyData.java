package outturn.runtime.impact;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import outturn.definition.measure.Measure;
import outturn.outcome.confirm.Adopted;
import outturn.outcome.impact.Beside;
import outturn.outcome.impact.ControlMeasure;
import outturn.outcome.position.FrozenBaseline;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.runtime.change.ChangeLog;
import outturn.runtime.measure.MeasureValues;
import outturn.runtime.outcome.Adoption;
import outturn.runtime.outcome.Frozen;
import outturn.runtime.project.InForce;

/// What an impact is read from beside the values of its measure.
public final class StudyData {
  private final InForce inForce;
  private final ChangeLog changes;
  private final MeasureValues values;
  private final Frozen frozen;
  private final Adoption adoption;

  public StudyData(
      InForce inForce, ChangeLog changes, MeasureValues values, Frozen frozen, Adoption adoption) {
    this.inForce = inForce;
    this.changes = changes;
    this.values = values;
    this.frozen = frozen;
    this.adoption = adoption;
  }

  Beside beside(OutcomePosition outcome, Position position) {
    var asOf = outcome.asOf();
    var measure = position.measure();
    return new Beside(
        changes.all(asOf),
        frozen(outcome, measure, asOf),
        controls(outcome, asOf),
        measure.segments().isPresent() ? values.segments(measure, asOf) : new TreeMap<>(),
        adopted(outcome, asOf),
        Set.of());
  }

  private Optional<FrozenBaseline> frozen(OutcomePosition outcome, Measure measure, Instant asOf) {
    return frozen.of(outcome.outcome().name(), measure.name(), asOf);
  }

  private Map<String, Adopted> adopted(OutcomePosition outcome, Instant asOf) {
    return adoption.of(outcome.outcome().levers(), asOf);
  }

  /// Measures that the plan names as controls, and the one that the value names as volume.
  private List<ControlMeasure> controls(OutcomePosition outcome, Instant asOf) {
    var appraisal = outcome.outcome().appraisal();
    return Stream.concat(
            appraisal.analysis().stream().flatMap(plan -> plan.controls().stream()),
            appraisal.value().stream().map(value -> value.volume()))
        .distinct()
        .flatMap(name -> inForce.measure(name).stream())
        .map(InForce.Entry::value)
        .map(measure -> new ControlMeasure(measure, values.of(measure, asOf)))
        .toList();
  }
}
