package outturn.outcome.definition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import outturn.definition.change.Change;

/// The changes of a measure's definition, each on the first period that was counted by the new one.
///
/// A period belongs to the definition in force when its value was recorded, or collected again, and
/// so do those after it: who collects the whole past again has no change any more.
public final class DefinitionChanges {
  private DefinitionChanges() {}

  /// @param defined the definitions of a measure, the oldest first
  /// @param recorded when the value of each period was got as it is
  public static List<Change> of(
      String measure, List<Defined> defined, SortedMap<LocalDate, Instant> recorded) {
    var changes = new ArrayList<Change>();
    var starts = new HashSet<LocalDate>();
    for (int index = defined.size() - 1; index > 0; index--) {
      var start = first(recorded, defined.get(index).since());
      if (start.isEmpty() || !starts.add(start.get())) continue;
      if (recorded.headMap(start.get()).isEmpty()) continue;
      int before = before(defined, recorded, start.get());
      int now = index;
      defined
          .get(now)
          .definition()
          .difference(defined.get(before).definition())
          .ifPresent(what -> changes.addFirst(change(measure, now, what, start.get())));
    }
    return changes;
  }

  private static Change change(String measure, int number, String what, LocalDate date) {
    return new Change(
        "definition-%d-of-%s".formatted(number + 1, measure),
        "New definition: another " + what,
        date,
        Change.Type.DEFINITION,
        List.of(measure));
  }

  private static Optional<LocalDate> first(SortedMap<LocalDate, Instant> recorded, Instant since) {
    return recorded.entrySet().stream()
        .filter(each -> !each.getValue().isBefore(since))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// The place of the definition that the period before a day was counted by.
  private static int before(
      List<Defined> defined, SortedMap<LocalDate, Instant> recorded, LocalDate day) {
    var last = recorded.headMap(day).values().stream().reduce((_, later) -> later).orElseThrow();
    int place = defined.size() - 1;
    while (place > 0 && defined.get(place).since().isAfter(last)) place--;
    return place;
  }
}
