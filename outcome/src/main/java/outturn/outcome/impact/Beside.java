package outturn.outcome.impact;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.definition.change.Change;
import outturn.outcome.confirm.Adopted;
import outturn.outcome.position.FrozenBaseline;

/// What is read beside the measure.
///
/// @param changes all of the server; those that affect the measure may be rival explanations
/// @param frozen its values count in place of later revisions
/// @param controls measures that the plan names as controls, and the one that the value names as
///   volume
/// @param segments of the measure, by name; in its unit, by the first day of their period
/// @param adopted what was measured of adoption, by the measure's name
/// @param doubtful periods whose value failed a check of quality: they are left out
public record Beside(
    List<Change> changes,
    Optional<FrozenBaseline> frozen,
    List<ControlMeasure> controls,
    SortedMap<String, SortedMap<LocalDate, Double>> segments,
    Map<String, Adopted> adopted,
    Set<LocalDate> doubtful) {
  public Beside {
    changes = List.copyOf(changes);
    controls = List.copyOf(controls);
    segments = Collections.unmodifiableSortedMap(new TreeMap<>(segments));
    adopted = Map.copyOf(adopted);
    doubtful = Set.copyOf(doubtful);
  }

  /// Changes only.
  public static Beside of(List<Change> changes) {
    return new Beside(changes, Optional.empty(), List.of(), new TreeMap<>(), Map.of(), Set.of());
  }

  public Beside with(FrozenBaseline baseline) {
    return new Beside(changes, Optional.of(baseline), controls, segments, adopted, doubtful);
  }

  public Beside withControls(List<ControlMeasure> measures) {
    return new Beside(changes, frozen, measures, segments, adopted, doubtful);
  }

  public Beside withSegments(Map<String, SortedMap<LocalDate, Double>> values) {
    return new Beside(changes, frozen, controls, new TreeMap<>(values), adopted, doubtful);
  }

  public Beside withAdopted(Map<String, Adopted> measured) {
    return new Beside(changes, frozen, controls, segments, measured, doubtful);
  }

  public Beside withDoubtful(Set<LocalDate> periods) {
    return new Beside(changes, frozen, controls, segments, adopted, periods);
  }
}
