package outturn.evidence.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;

/// Decides what a survey may show without telling what a person has answered.
///
/// Hundepool and others, *Statistical Disclosure Control* (2012): a threshold for every group, and
/// complementary suppression. Assumes that no reader knows other figures of the same answers: the
/// list of groups is frozen for a wave, so that filters do not make new ones.
public final class Disclosure {
  /// Least number of answers behind a score.
  public static final int SCORES = 5;

  /// Least number of answers behind comments, and behind any group that crosses two attributes.
  public static final int COMMENTS = 10;

  private static final int UNANIMITY = 10;

  private Disclosure() {}

  /// Which groups to show beside their total, given the number of answers of each.
  ///
  /// What is hidden is never one group alone, and never fewer answers than the threshold together:
  /// the total less the shown groups would tell them.
  public static Answer<List<Shown>> groups(List<Integer> answers, int threshold) {
    if (threshold < 1 || answers.stream().anyMatch(count -> count < 0)) {
      return refused(answers, threshold);
    }
    List<Shown> shown =
        new ArrayList<>(
            answers.stream()
                .map(count -> count < threshold ? Shown.TOO_FEW : Shown.SHOWN)
                .toList());
    while (isComputable(answers, shown, threshold)) {
      int smallest = smallestShown(answers, shown);
      if (smallest < 0) {
        break;
      }
      shown.set(smallest, Shown.PROTECTS_ANOTHER);
    }
    return Answer.found(Collections.unmodifiableList(shown));
  }

  /// The same for a table of two attributes with all its totals.
  ///
  /// @param answers rows of equal length
  public static Answer<TableDisclosure> table(List<List<Integer>> answers, int threshold) {
    int columns = answers.isEmpty() ? 0 : answers.getFirst().size();
    boolean isUneven = answers.stream().anyMatch(row -> row.size() != columns);
    boolean isNegative = answers.stream().flatMap(List::stream).anyMatch(count -> count < 0);
    if (threshold < 1 || columns == 0 || isUneven || isNegative) {
      return refused(answers, threshold);
    }
    return Answer.found(TableSuppression.of(answers, threshold));
  }

  /// A group that is made of the smallest groups of a wave, such as a site of its teams.
  public record Group(String name, Set<String> parts) {
    public Group {
      parts = Set.copyOf(parts);
    }

    int answers(Map<String, Integer> byPart) {
      return parts.stream().mapToInt(part -> byPart.getOrDefault(part, 0)).sum();
    }
  }

  /// Which of several groups to show where one may lie in another.
  ///
  /// The larger less the smaller is a group too: where it has fewer answers than the threshold, the
  /// smaller is hidden. Compares two groups at a time; for groups and their total there is
  /// [#groups(List, int)].
  ///
  /// @param byPart answers of each of the smallest groups
  public static Answer<List<Shown>> nested(
      List<Group> groups, Map<String, Integer> byPart, int threshold) {
    List<Integer> answers = groups.stream().map(group -> group.answers(byPart)).toList();
    if (threshold < 1 || byPart.values().stream().anyMatch(count -> count < 0)) {
      return refused(answers, threshold);
    }
    Optional<String> unknown =
        groups.stream()
            .flatMap(group -> group.parts().stream())
            .filter(part -> !byPart.containsKey(part))
            .min(String::compareTo);
    if (unknown.isPresent()) {
      return Answer.refused(
          Reason.OUT_OF_RANGE,
          "The number of answers of %s is not known; give it, 0 where nobody answered."
              .formatted(unknown.get()));
    }
    List<Shown> shown = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      int own = answers.get(i);
      boolean tellsOfFew =
          IntStream.range(0, groups.size())
              .filter(j -> groups.get(j).parts().containsAll(group.parts()))
              .map(j -> answers.get(j) - own)
              .anyMatch(rest -> rest > 0 && rest < threshold);
      shown.add(
          own < threshold ? Shown.TOO_FEW : tellsOfFew ? Shown.PROTECTS_ANOTHER : Shown.SHOWN);
    }
    return Answer.found(List.copyOf(shown));
  }

  /// Whether a share of a group may be shown as a number: not 0 % and 100 % of fewer than 10.
  public static Shown share(int counted, int answers, int threshold) {
    if (answers < threshold) {
      return Shown.TOO_FEW;
    }
    boolean isUnanimous = counted <= 0 || counted >= answers;
    return isUnanimous && answers < UNANIMITY ? Shown.UNANIMOUS : Shown.SHOWN;
  }

  private static <T> Answer<T> refused(List<?> answers, int threshold) {
    return Answer.refused(
        Reason.OUT_OF_RANGE,
        "Expected a threshold of 1 or more and counts of 0 or more in rows of equal length, found threshold %d and %s; correct them."
            .formatted(threshold, answers));
  }

  private static boolean isComputable(List<Integer> answers, List<Shown> shown, int threshold) {
    int hidden = 0;
    int sum = 0;
    for (int i = 0; i < answers.size(); i++) {
      if (shown.get(i) != Shown.SHOWN && answers.get(i) > 0) {
        hidden++;
        sum += answers.get(i);
      }
    }
    return hidden > 0 && (hidden == 1 || sum < threshold);
  }

  private static int smallestShown(List<Integer> answers, List<Shown> shown) {
    int smallest = -1;
    for (int i = 0; i < answers.size(); i++) {
      if (shown.get(i) == Shown.SHOWN && (smallest < 0 || answers.get(i) < answers.get(smallest))) {
        smallest = i;
      }
    }
    return smallest;
  }
}
