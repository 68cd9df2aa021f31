package outturn.outcome.terms;

import java.util.ArrayList;
import java.util.List;
import outturn.definition.measure.Measure;
import outturn.definition.measure.Measure.Better;
import outturn.definition.outcome.Outcome;
import outturn.definition.outcome.Outcome.Goal;

/// What is counted, from which days on, and what is promised of it.
final class GoalLines {
  private GoalLines() {}

  static String measure(Measure measure) {
    var quantity = measure.quantity();
    return "measure %s, %s in %s, %s is better, %s"
        .formatted(
            measure.name(),
            quantity.type(),
            Terms.line(quantity.unit().orElse("no unit")),
            better(quantity.better()),
            measure.rhythm().cadence());
  }

  /// Baseline and target.
  static List<String> goal(Goal goal) {
    var lines = new ArrayList<String>();
    goal.baseline()
        .ifPresent(days ->
            lines.add("baseline %s %s to %s".formatted(goal.measure(), days.from(), days.to())));
    goal.target()
        .ifPresent(target ->
            lines.add(
                "target %s %s by %s%s"
                    .formatted(goal.measure(), target.value(), target.by(), sustain(target))));
    return lines;
  }

  private static String sustain(Outcome.Target target) {
    return target
        .sustain()
        .map(rule -> ", in %d of %d periods".formatted(rule.periods(), rule.of()))
        .orElse("");
  }

  private static String better(Better better) {
    return switch (better) {
      case Better.Higher() -> "higher";
      case Better.Lower() -> "lower";
      case Better.Within(var low, var high) -> "%s to %s".formatted(low, high);
    };
  }
}
