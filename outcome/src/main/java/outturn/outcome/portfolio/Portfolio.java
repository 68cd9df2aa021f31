package outturn.outcome.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All outcomes, a line each.
///
/// @param lines by name
/// @param behind how many outcomes have changed, or were added, since their line was made
public record Portfolio(List<Line> lines, int behind) {
  public Portfolio {
    lines = List.copyOf(lines);
  }

  /// What was known to the oldest line; empty without any.
  public Optional<Instant> asOf() {
    return lines.stream().map(Line::asOf).min(Instant::compareTo);
  }

  /// How the whole stands: `12 outcomes: 3 are likely to reach their target …`
  public String sentence() {
    if (lines.isEmpty()) return "There is no outcome yet.";
    long likely = lines.stream().filter(line -> is(line, .66, 1.1)).count();
    long open = lines.stream().filter(line -> is(line, .33, .66)).count();
    long unlikely = lines.stream().filter(line -> is(line, -1, .33)).count();
    long reached = count(true);
    long missed = count(false);
    long none = lines.size() - likely - open - unlikely - reached - missed;
    long waiting = lines.stream().filter(line -> !line.open().overdue().isEmpty()).count();
    return "%s. By the latest forecasts %d will likely reach the target, %d may or may not, and %d will likely miss it; %d reached it, %d missed it, and of %d no chance is known. At %d something is overdue."
        .formatted(
            lines.size() == 1 ? "1 outcome" : "%,d outcomes".formatted(lines.size()),
            likely,
            open,
            unlikely,
            reached,
            missed,
            none,
            waiting);
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
