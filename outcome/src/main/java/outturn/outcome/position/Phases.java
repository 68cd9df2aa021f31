package outturn.outcome.position;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import outturn.definition.change.Change;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;
import outturn.evidence.xmr.PhaseStart;
import outturn.outcome.position.Since.Follows;

/// Where the phases of a chart begin: with the baseline, whose limits are of its own values alone,
/// and with the first period that begins on the day of a change or after it. Outages, holidays and
/// releases are marked on a chart, but begin no phase.
final class Phases {
  private final Timeline timeline;
  private final Optional<Window> baseline;

  /// The last change that begins a phase, by the place of its first period.
  private final TreeMap<Integer, Change> changes = new TreeMap<>();

  /// Where the measure begins to count something else.
  private final TreeSet<Integer> definitions = new TreeSet<>();

  Phases(Timeline timeline, Optional<Window> baseline, List<Change> changes) {
    this.timeline = timeline;
    this.baseline = baseline;
    for (var change : changes) {
      if (!beginsPhase(change) || timeline.isEmpty()) continue;
      int start = timeline.index(timeline.rhythm().from(change.date()));
      if (start < 0 || start >= timeline.size()) continue;
      if (change.type() == Change.Type.DEFINITION) definitions.add(start);
      this.changes.merge(
          start, change, (one, other) -> one.date().isAfter(other.date()) ? one : other);
    }
  }

  private static boolean beginsPhase(Change change) {
    return switch (change.type()) {
      case GO_LIVE, TRAINING, POLICY, ORGANISATION, DEFINITION -> true;
      case OUTAGE, HOLIDAY, RELEASE -> false;
    };
  }

  PhaseStart[] starts() {
    var starts = new TreeMap<Integer, PhaseStart>();
    changes.keySet().forEach(index -> starts.put(index, PhaseStart.at(index)));
    baseline
        .filter(window -> window.length() >= 2)
        .ifPresent(window ->
            starts.put(window.from(), PhaseStart.at(window.from()).fixedAfter(window.length())));
    return starts.values().toArray(PhaseStart[]::new);
  }

  private Follows follows(int start) {
    int after = baseline.map(Window::to).orElse(0);
    int first = baseline.map(Window::from).orElse(0);
    if (!definitions.subSet(first, false, start, true).isEmpty()) return Follows.ANOTHER_DEFINITION;
    return changes.subMap(after, start).isEmpty() ? Follows.BASELINE : Follows.ANOTHER_CHANGE;
  }

  /// What is known since the last change after the baseline that is followed by a value.
  Optional<Since> since(Series shown) {
    int after = baseline.map(Window::to).orElse(0);
    var later = changes.tailMap(after, true);
    for (var start : later.descendingKeySet()) {
      var values = shown.slice(new Window(start, shown.size()));
      if (values.count() == 0) continue;
      var change = later.get(start);
      if (change == null) throw new IllegalStateException("a key of the map has a value");
      return Optional.of(
          new Since(
              change,
              timeline.periods().get(start),
              values.count(),
              values.mean(),
              follows(start)));
    }
    return Optional.empty();
  }
}
