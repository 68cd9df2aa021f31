package outturn.engine.duration;

import java.util.HashMap;
import java.util.List;
import outturn.engine.duration.Durations.Done;

/// Which lengths are told apart by their kind of day.
final class DayTypes {
  /// The group of the kind of day that is asked for.
  static final int ASKED = 0;

  /// The group of the kinds of day of which there are too few.
  static final int RARE = 1;

  private DayTypes() {}

  /// The group of each length. A kind of day with enough of them is a group of its own, the others
  /// are one. Where the kind that is asked for is rare, all are in one: nothing is known of it.
  static int[] groups(List<Done> done, int asked) {
    var counts = new HashMap<Integer, Integer>();
    done.forEach(each -> counts.merge(each.dayType(), 1, Integer::sum));
    if (counts.getOrDefault(asked, 0) < Knowledge.ENOUGH) return new int[done.size()];
    var numbers = new HashMap<Integer, Integer>();
    numbers.put(asked, ASKED);
    return done.stream()
        .mapToInt(each -> {
          boolean rare = counts.getOrDefault(each.dayType(), 0) < Knowledge.ENOUGH;
          return rare ? RARE : numbers.computeIfAbsent(each.dayType(), _ -> numbers.size() + RARE);
        })
        .toArray();
  }
}
