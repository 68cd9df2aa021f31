package outturn.outcome.terms;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Analysis;
import outturn.definition.outcome.Outcome;
import outturn.definition.outcome.Outcome.Goal;

/// What an analysis plan fixes: which change, from which day, tested how and when, on which
/// measures, from which baseline, against which target.
public final class AnalysisTerms {
  private final Outcome outcome;
  private final Function<String, Optional<Measure>> measures;
  private final Function<String, Optional<Change>> changes;

  private AnalysisTerms(
      Outcome outcome,
      Function<String, Optional<Measure>> measures,
      Function<String, Optional<Change>> changes) {
    this.outcome = outcome;
    this.measures = measures;
    this.changes = changes;
  }

  /// @param measures by name
  /// @param changes by name
  public static Terms of(
      Outcome outcome,
      Function<String, Optional<Measure>> measures,
      Function<String, Optional<Change>> changes) {
    return new AnalysisTerms(outcome, measures, changes).all();
  }

  private Terms all() {
    var lines = new ArrayList<String>();
    lines.add("outcome " + outcome.name());
    outcome
        .appraisal()
        .analysis()
        .ifPresentOrElse(plan -> add(lines, plan), () -> lines.add("no analysis"));
    outcome.goals().forEach(goal -> add(lines, goal));
    return Terms.of(lines);
  }

  private void add(List<String> lines, Analysis plan) {
    lines.add(
        "intervention %s%s"
            .formatted(
                plan.intervention(),
                changes.apply(plan.intervention()).map(each -> " on " + each.date()).orElse("")));
    lines.add("design " + plan.design().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    plan.controls().stream().sorted().forEach(control -> lines.add("control " + control));
    plan.transition()
        .ifPresent(left -> lines.add("transition of %d days left out".formatted(days(left))));
    plan.registerBy().ifPresent(day -> lines.add("locked from " + day));
    plan.review().stream()
        .sorted()
        .map(LocalDate::toString)
        .forEach(day -> lines.add("review on " + day));
  }

  private static long days(Duration duration) {
    return duration.toDays();
  }

  private void add(List<String> lines, Goal goal) {
    var measure = measures.apply(goal.measure());
    measure.map(GoalLines::measure).ifPresent(lines::add);
    measure
        .flatMap(each -> each.rhythm().seasonal())
        .ifPresent(season -> lines.add("season of %s %s".formatted(goal.measure(), season)));
    measure
        .flatMap(each -> each.quantity().minimumImportantChange())
        .ifPresent(
            least -> lines.add("what matters of %s begins at %s".formatted(goal.measure(), least)));
    lines.addAll(GoalLines.goal(goal));
  }
}
