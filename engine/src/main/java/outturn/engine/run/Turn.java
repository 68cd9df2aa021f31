package outturn.engine.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.expression.Template;
import outturn.definition.precedence.Concurrency;

/// The names of the groups in which runs take turns. A run keeps those that it takes in its row,
/// each with the limit that it was made with, so that a rebuild finds what deciding left.
///
/// `WORKFLOW` are all runs of a workflow but those of backfills, `WORKFLOW:=KEY` those with the
/// same concurrency key, `WORKFLOW:#ID` those of one backfill.
public final class Turn {
  /// What a workflow's name is followed by in all but the first kind of group; in no name.
  public static final char MARK = ':';

  private Turn() {}

  /// The group of a workflow's backfill; no two have the same.
  public static String ofBackfill(String workflow, String id) {
    return "%s:#%s".formatted(workflow, id);
  }

  /// Whether a run counts where its workflow is to run once at a time.
  public static boolean counts(Order order) {
    return order.terms().backfill().isEmpty();
  }

  /// The order of a run with the turn of its concurrency key.
  ///
  /// @param run as it would be without
  public static Order taken(Run run) {
    var concurrency = run.workflow().about().precedence().concurrency();
    if (concurrency.isEmpty()) return run.order();
    var turns = new HashMap<>(run.order().terms().turns());
    turns.put(group(run, concurrency.get()), concurrency.get().limit());
    return run.order().on(run.order().terms().turns(turns));
  }

  private static String group(Run run, Concurrency concurrency) {
    var key = concurrency.key().map(template -> text(run, template)).orElse("");
    return run.order().workflow() + MARK + "=" + key;
  }

  // Runs whose key has no answer share one.
  private static String text(Run run, Template template) {
    try {
      return template.text(run.scope());
    } catch (EvaluationFailed failed) {
      return "";
    }
  }

  public static boolean isBackfill(String group) {
    return group.indexOf(MARK + "#") >= 0;
  }

  /// The concurrency key that a group is for, if it is for one.
  public static Optional<String> key(String group) {
    int mark = group.indexOf(MARK + "=");
    return mark < 0 ? Optional.empty() : Optional.of(group.substring(mark + 2));
  }

  /// The limits of a row, where they are numbers as JSON has them.
  public static Map<String, Integer> limits(Map<String, Object> row) {
    var turns = new HashMap<String, Integer>();
    row.forEach((group, limit) -> {
      if (limit instanceof Number number) turns.put(group, number.intValue());
    });
    return turns;
  }
}
