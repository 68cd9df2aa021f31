package outturn.outcome.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Decides which groups may be shown beside the whole, so that no sum or difference of what is
/// shown is about fewer people than the threshold.
///
/// Complementary suppression as in Hundepool and others, *Statistical Disclosure Control* (2012),
/// for one attribute or two. For two attributes it is exact: what can be computed from the sums of
/// rows and columns is about the cells in which some set of rows differs from some set of columns;
/// every such set of cells is empty or has enough people.
final class Shield {
  /// In smaller groups it is not told that all answered the same.
  private static final int UNANIMITY = 10;

  private final List<Member> members;
  private final int threshold;
  private final List<Set<String>> shown = new ArrayList<>();

  /// Somebody who answered a question.
  ///
  /// @param groups one for each attribute
  /// @param kind answers of one kind count the same
  record Member(List<String> groups, int kind) {}

  private Shield(List<Member> members, int attributes, int threshold) {
    this.members = members;
    this.threshold = threshold;
    for (int attribute = 0; attribute < attributes; attribute++) {
      var safe = new TreeSet<String>();
      byGroup(attribute)
          .forEach((group, its) -> {
            if (isSafe(its, threshold)) safe.add(group);
          });
      shown.add(safe);
    }
  }

  /// Whether a set of people may be shown for itself.
  static boolean isSafe(List<Member> people, int threshold) {
    if (people.size() < threshold) return false;
    return people.size() >= UNANIMITY || people.stream().map(Member::kind).distinct().count() > 1;
  }

  /// The groups that may be shown, for each attribute.
  static List<Set<String>> of(List<Member> members, int attributes, int threshold) {
    var shield = new Shield(members, attributes, threshold);
    while (shield.hidesOneMore()) {
      // Each one that is hidden may ask for another.
    }
    return shield.shown;
  }

  private boolean hidesOneMore() {
    for (int attribute = 0; attribute < shown.size(); attribute++) {
      if (!shown.get(attribute).isEmpty() && isRestTold(attribute)) {
        hide(attribute, smallest(attribute).orElseThrow());
        return true;
      }
    }
    return shown.size() == 2 && isCrossingTold() && hideSmallest();
  }

  private Map<String, List<Member>> byGroup(int attribute) {
    var groups = new TreeMap<String, List<Member>>();
    for (var member : members) {
      groups.computeIfAbsent(member.groups().get(attribute), _ -> new ArrayList<>()).add(member);
    }
    return groups;
  }

  /// Whether the whole less the shown groups is one group, or too small a one.
  private boolean isRestTold(int attribute) {
    var groups = byGroup(attribute);
    groups.keySet().removeAll(shown.get(attribute));
    var rest = groups.values().stream().flatMap(List::stream).toList();
    return groups.size() == 1 || (!rest.isEmpty() && !isSafe(rest, threshold));
  }

  /// Whether some sum of rows differs from some sum of columns by too few.
  private boolean isCrossingTold() {
    int[][] counts = crossing();
    int rows = counts.length;
    for (int set = 0; set < 1 << rows; set++) {
      int differing = 0;
      for (int column = 0; column < counts[0].length; column++) {
        int inside = 0;
        int outside = 0;
        for (int row = 0; row < rows; row++) {
          if ((set >> row & 1) == 1) inside += counts[row][column];
          else outside += counts[row][column];
        }
        differing += Math.min(inside, outside);
      }
      if (differing > 0 && differing < threshold) return true;
    }
    return false;
  }

  /// How many are in both of two blocks; what is hidden of an attribute is one block.
  private int[][] crossing() {
    var rows = List.copyOf(shown.get(0));
    var columns = List.copyOf(shown.get(1));
    var counts = new int[rows.size() + 1][columns.size() + 1];
    for (var member : members) {
      int row = rows.indexOf(member.groups().get(0));
      int column = columns.indexOf(member.groups().get(1));
      counts[row < 0 ? rows.size() : row][column < 0 ? columns.size() : column]++;
    }
    return counts;
  }

  private boolean hideSmallest() {
    var first = smallest(0);
    var second = smallest(1);
    if (first.isEmpty() && second.isEmpty()) return false;
    boolean isFirst =
        second.isEmpty() || (first.isPresent() && size(0, first.get()) <= size(1, second.get()));
    if (isFirst) hide(0, first.orElseThrow());
    else hide(1, second.orElseThrow());
    return true;
  }

  private Optional<String> smallest(int attribute) {
    return shown.get(attribute).stream()
        .min(Comparator.comparingInt((String group) -> size(attribute, group)));
  }

  private int size(int attribute, String group) {
    return (int)
        members.stream().filter(each -> each.groups().get(attribute).equals(group)).count();
  }

  private void hide(int attribute, String group) {
    var left = new HashSet<>(shown.get(attribute));
    left.remove(group);
    shown.set(attribute, new TreeSet<>(left));
  }
}
