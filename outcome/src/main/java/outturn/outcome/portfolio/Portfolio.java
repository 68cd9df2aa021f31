package outturn.outcome.portfolio;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import outturn.definition.objective.Objective;

/// All outcomes, a line each.
///
/// @param lines by name
/// @param objectives in force, by name
/// @param behind how many outcomes have changed, or were added, since their line was made
public record Portfolio(List<Line> lines, List<Objective> objectives, int behind) {
  public Portfolio {
    lines = List.copyOf(lines);
    objectives = List.copyOf(objectives);
  }

  /// The lines of an objective, or of none.
  ///
  /// @param objective empty: outcomes that serve none that is defined
  public record Group(Optional<Objective> objective, Portfolio part) {}

  /// By objective, those of none last; empty while no outcome serves one that is defined.
  public List<Group> groups() {
    var groups = new ArrayList<Group>();
    for (var objective : objectives) {
      var lines = lines(each -> serves(each, objective));
      if (!lines.isEmpty()) groups.add(new Group(Optional.of(objective), part(lines)));
    }
    if (groups.isEmpty()) return List.of();
    var rest = lines(each -> objectives.stream().noneMatch(one -> serves(each, one)));
    if (!rest.isEmpty()) groups.add(new Group(Optional.empty(), part(rest)));
    return groups;
  }

  private List<Line> lines(Predicate<Line> which) {
    return lines.stream().filter(which).toList();
  }

  private Portfolio part(List<Line> part) {
    return new Portfolio(part, objectives, 0);
  }

  /// The objective that a line serves, if it is defined.
  public Optional<Objective> objective(Line line) {
    return objectives.stream().filter(each -> serves(line, each)).findFirst();
  }

  private static boolean serves(Line line, Objective objective) {
    return line.heading().objective().filter(objective.name()::equals).isPresent();
  }

  /// What was known to the oldest line; empty without any.
  public Optional<Instant> asOf() {
    return lines.stream().map(Line::asOf).min(Instant::compareTo);
  }

  /// How the whole stands: `12 outcomes: 3 are likely to reach their target …`
  public String sentence() {
    if (lines.isEmpty()) return "There is no outcome yet.";
    var parts = new ArrayList<String>();
    add(parts, chances(.66, 1.1), "%d will likely reach the target");
    add(parts, chances(.33, .66), "%d may or may not reach it");
    add(parts, chances(-1, .33), "%d will likely miss it");
    add(parts, count(true), "%d reached the target");
    add(parts, count(false), "%d missed it");
    long told = chances(-1, 1.1) + count(true) + count(false);
    add(parts, lines.size() - told, "of %d no chance is known");
    long waiting = lines.stream().filter(line -> !line.open().overdue().isEmpty()).count();
    return "%s: %s.%s"
        .formatted(
            lines.size() == 1 ? "1 outcome" : "%,d outcomes".formatted(lines.size()),
            String.join(", ", parts),
            waiting == 0 ? "" : " At %d something is overdue.".formatted(waiting));
  }

  private static void add(List<String> parts, long count, String words) {
    if (count > 0) parts.add(words.formatted(count));
  }

  private long chances(double from, double to) {
    return lines.stream().filter(line -> is(line, from, to)).count();
  }

  private static boolean is(Line line, double from, double to) {
    return line.chance().filter(each -> each.value() >= from && each.value() < to).isPresent();
  }

  private long count(boolean reached) {
    return lines.stream()
        .filter(
            line -> line.first().flatMap(Line.First::reached).filter(r -> r == reached).isPresent())
        .count();
  }
}
