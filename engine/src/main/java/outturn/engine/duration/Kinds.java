package outturn.engine.duration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outturn.engine.duration.Durations.Done;

/// Which lengths are told apart by their kind.
final class Kinds {
  /// The group of the kind that is asked for.
  static final int ASKED = 0;

  /// The group of the kinds of which there are too few.
  static final int RARE = 1;

  private static final int NO_KIND = Integer.MIN_VALUE;

  private Kinds() {}

  /// The group of each length. A kind with enough of them is a group of its own, the others are
  /// one. Where the kind that is asked for is rare, all are in one: nothing is known of it.
  static int[] groups(List<Done> done, int asked) {
    var counts = counts(done);
    if (counts.getOrDefault(asked, 0) < Knowledge.ENOUGH) return new int[done.size()];
    var numbers = new HashMap<Integer, Integer>();
    numbers.put(asked, ASKED);
    return groups(done, counts, numbers);
  }

  /// The same where no kind is asked for: none of them is [#ASKED].
  static int[] groups(List<Done> done) {
    return groups(done, counts(done), new HashMap<>(Map.of(NO_KIND, ASKED)));
  }

  private static Map<Integer, Integer> counts(List<Done> done) {
    var counts = new HashMap<Integer, Integer>();
    done.forEach(each -> counts.merge(each.kind(), 1, Integer::sum));
    return counts;
  }

  /// @param numbers of the groups that are known already
  private static int[] groups(
      List<Done> done, Map<Integer, Integer> counts, Map<Integer, Integer> numbers) {
    return done.stream()
        .mapToInt(each -> {
          boolean rare = counts.getOrDefault(each.kind(), 0) < Knowledge.ENOUGH;
          return rare ? RARE : numbers.computeIfAbsent(each.kind(), _ -> numbers.size() + RARE);
        })
        .toArray();
  }
}
