package outturn.definition.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The problems found so far; reading goes on after one, so that all are told together.
public final class Problems {
  private static final int MOST = 1000;
  private final Set<Problem> found = new LinkedHashSet<>();

  public void add(Position position, String code, String message) {
    add(position, code, message, "");
  }

  public void add(Position position, String code, String message, String hint) {
    if (found.size() < MOST) found.add(Problem.at(position, code, message, hint));
  }

  /// A word that names nothing, with the nearest one that does.
  public void unknown(Position position, String what, String word, Iterable<String> valid) {
    var message = "there is no %s '%s'".formatted(what, word);
    add(position, "unknown-" + what.replace(' ', '-'), message, Nearest.hint(word, valid));
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public int size() {
    return found.size();
  }

  /// By file, line and column; at most a thousand.
  public List<Problem> sorted() {
    var sorted = new ArrayList<>(found);
    sorted.sort(null);
    return List.copyOf(sorted);
  }
}
