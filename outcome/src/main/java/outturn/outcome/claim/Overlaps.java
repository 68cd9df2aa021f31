package outturn.outcome.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import outturn.definition.outcome.Outcome;
import outturn.definition.outcome.Outcome.Category;
import outturn.definition.outcome.Outcome.Value;

/// Finds the outcomes that claim money for the same.
public final class Overlaps {
  private final Map<String, Overlap> byMeasure;
  private final Map<String, Overlap> byVolume;

  private Overlaps(Map<String, Overlap> byMeasure, Map<String, Overlap> byVolume) {
    this.byMeasure = byMeasure;
    this.byVolume = byVolume;
  }

  /// Of all outcomes in force; what is worth no money overlaps with nothing.
  public static Overlaps of(List<Outcome> outcomes) {
    var valued = outcomes.stream().filter(Overlaps::isMoney).toList();
    return new Overlaps(by(valued, Value::measure), by(valued, Value::volume));
  }

  private static boolean isMoney(Outcome outcome) {
    return outcome
        .appraisal()
        .value()
        .filter(value -> value.category() != Category.QUALITATIVE)
        .isPresent();
  }

  private static Map<String, Overlap> by(List<Outcome> valued, Function<Value, String> key) {
    var groups = new TreeMap<String, List<Outcome>>();
    for (var outcome : valued) {
      groups
          .computeIfAbsent(key.apply(Overlap.valueOf(outcome)), any -> new ArrayList<>())
          .add(outcome);
    }
    var overlaps = new TreeMap<String, Overlap>();
    groups.forEach((name, outcomes) -> {
      if (outcomes.size() > 1) overlaps.put(name, new Overlap(name, outcomes));
    });
    return overlaps;
  }

  /// Those that value a change of the same measure.
  public List<Overlap> ofMeasures() {
    return List.copyOf(byMeasure.values());
  }

  /// Those that count their worth for each unit of the same volume.
  public List<Overlap> ofVolumes() {
    return List.copyOf(byVolume.values());
  }

  /// The one of a measure's change that an outcome is in.
  public Optional<Overlap> of(Outcome outcome) {
    return isMoney(outcome)
        ? Optional.ofNullable(byMeasure.get(Overlap.valueOf(outcome).measure()))
        : Optional.empty();
  }
}
