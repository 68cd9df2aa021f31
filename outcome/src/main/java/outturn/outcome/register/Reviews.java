package outturn.outcome.register;

import java.time.LocalDate;
import java.util.List;
import outturn.definition.outcome.Outcome;
import outturn.definition.outcome.Outcome.Target;

/// The days on which the analysis of an outcome is read.
public final class Reviews {
  private Reviews() {}

  /// Those of its plan, in order; without any the day of its last target. None without a plan.
  public static List<LocalDate> of(Outcome outcome) {
    var plan = outcome.appraisal().analysis();
    if (plan.isEmpty()) return List.of();
    var named = plan.get().review().stream().sorted().distinct().toList();
    if (!named.isEmpty()) return named;
    return outcome.goals().stream()
        .flatMap(goal -> goal.target().map(Target::by).stream())
        .max(LocalDate::compareTo)
        .stream()
        .toList();
  }
}
