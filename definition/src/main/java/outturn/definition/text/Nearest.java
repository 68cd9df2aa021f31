package outturn.definition.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The valid word that was probably meant.
public final class Nearest {
  private static final int LONGEST = 64;
  private static final int MOST_TOLD = 200;

  private Nearest() {}

  /// The word within a third of its length in edits, or empty when none is near.
  public static Optional<String> to(String word, Iterable<String> valid) {
    if (word.length() > LONGEST) return Optional.empty();
    var best = Optional.<String>empty();
    var bestDistance = Integer.MAX_VALUE;
    for (var candidate : valid) {
      var distance = distance(word, candidate);
      var limit = Math.max(1, (Math.max(word.length(), candidate.length()) + 1) / 3);
      if (distance <= limit && distance < bestDistance) {
        best = Optional.of(candidate);
        bestDistance = distance;
      }
    }
    return best;
  }

  /// `did you mean 'x'?`, or the valid words when none is near: of many the first.
  public static String hint(String word, Iterable<String> valid) {
    var near = to(word, valid);
    if (near.isPresent()) return "did you mean '%s'?".formatted(near.get());
    var all = new ArrayList<String>();
    valid.forEach(all::add);
    if (all.isEmpty()) return "there are none";
    var told = first(all);
    return told.size() == all.size()
        ? "there are: " + String.join(", ", told)
        : "there are %d, among them: %s".formatted(all.size(), String.join(", ", told));
  }

  private static List<String> first(List<String> all) {
    int told = 1;
    int letters = all.getFirst().length();
    while (told < all.size()) {
      letters += ", ".length() + all.get(told).length();
      if (letters > MOST_TOLD) break;
      told++;
    }
    return all.subList(0, told);
  }

  /// Edits between two words: insert, remove, replace or swap neighbours, each counted once.
  ///
  /// Damerau, *A technique for computer detection and correction of spelling errors*, CACM 7
  /// (1964), 171-176, in the form that edits no place twice.
  static int distance(String from, String to) {
    var before = new int[to.length() + 1];
    var above = new int[to.length() + 1];
    for (var column = 0; column <= to.length(); column++) above[column] = column;
    for (var row = 1; row <= from.length(); row++) {
      var current = new int[to.length() + 1];
      current[0] = row;
      for (var column = 1; column <= to.length(); column++) {
        var change = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(above[column - 1] + change, Math.min(above[column], current[column - 1]) + 1);
        if (swapped(from, to, row, column)) {
          current[column] = Math.min(current[column], before[column - 2] + 1);
        }
      }
      before = above;
      above = current;
    }
    return above[to.length()];
  }

  private static boolean swapped(String from, String to, int row, int column) {
    return row > 1
        && column > 1
        && from.charAt(row - 1) == to.charAt(column - 2)
        && from.charAt(row - 2) == to.charAt(column - 1);
  }
}
