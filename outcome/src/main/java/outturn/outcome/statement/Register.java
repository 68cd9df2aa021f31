package outturn.outcome.statement;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The groups of people that an organisation knows.
///
/// @param groups as they are called
record Register(List<String> groups) {
  private static final int FEW = 6;

  boolean isKept() {
    return !groups.isEmpty();
  }

  /// Which groups there are, where there are any; a few of them.
  String told() {
    if (groups.isEmpty()) return "";
    var some = groups.stream().limit(FEW).collect(Collectors.joining(", "));
    return ", of the groups that are known: %s%s".formatted(some, groups.size() > FEW ? ", …" : "");
  }

  /// Whether a group is named, in singular or plural, with all words of its name.
  boolean names(Words statement) {
    var words = singulars(statement);
    return groups.stream()
        .anyMatch(group -> words.containsAll(singulars(Words.of(group.replace('-', ' ')))));
  }

  private static Set<String> singulars(Words words) {
    return words.low().stream()
        .filter(word -> !word.equals("the"))
        .map(Lexicon::singular)
        .collect(Collectors.toSet());
  }
}
