package outturn.outcome.grade;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The level of evidence of an estimate, how sure it is, and why.
///
/// Confidence begins at what the level allows; each doubt costs a step, and support is worth one.
public record Grade(Level level, Set<Doubt> doubts, Set<Support> supports) {
  public Grade {
    doubts = Set.copyOf(doubts);
    supports = Set.copyOf(supports);
  }

  public Confidence confidence() {
    return level.start().moved((supports.isEmpty() ? 0 : 1) - doubts.size());
  }

  /// Why it is what it is: `level 3 of 5, compared with others that did not change; less sure
  /// because there are fewer values than planned`.
  public String reason() {
    return Stream.of(
            "level %d of 5, %s".formatted(level.number(), level.text()),
            because("less sure", doubts.stream().sorted().map(Doubt::text)),
            because("surer", supports.stream().sorted().map(Support::text)))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String because(String what, Stream<String> reasons) {
    var all = reasons.collect(Collectors.joining(", and "));
    return all.isEmpty() ? "" : "%s because %s".formatted(what, all);
  }
}
