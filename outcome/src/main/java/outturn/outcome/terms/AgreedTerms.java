package outturn.outcome.terms;

import java.util.ArrayList;
import outturn.outcome.position.OutcomePosition;

/// What is agreed to of an outcome: its statement, its measures with their baselines, and its
/// targets. Titles, levers and comments may change without a new agreement.
public final class AgreedTerms {
  private AgreedTerms() {}

  public static Terms of(OutcomePosition position) {
    var lines = new ArrayList<String>();
    var outcome = position.outcome();
    lines.add("outcome " + outcome.name());
    lines.add("who " + Terms.line(outcome.statement().who()));
    lines.add("what " + Terms.line(outcome.statement().what()));
    lines.add("so that " + Terms.line(outcome.statement().soThat()));
    for (var each : position.measures()) {
      lines.add(GoalLines.measure(each.measure()));
      lines.addAll(GoalLines.goal(each.goal()));
    }
    return Terms.of(lines);
  }
}
