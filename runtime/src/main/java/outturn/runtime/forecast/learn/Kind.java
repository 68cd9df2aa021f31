package outturn.runtime.forecast.learn;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import outturn.definition.expression.ValueType;
import outturn.definition.workflow.Input;
import outturn.definition.workflow.Workflow;
import outturn.engine.duration.Durations;
import outturn.engine.duration.Knowledge;

/// What makes the same task longer or shorter: the kind of the business date, and what the run is
/// asked for by inputs that have only a few values.
///
/// @param inputs a number for these values; 0 where there are no such inputs
record Kind(int day, int inputs) {
  private static final int ORDINARY = 0;
  private static final int WEEKEND = 1;
  private static final int MONTH_END = 2;
  private static final int DAYS = 4;
  private static final int MOST_INPUTS = Integer.MAX_VALUE / DAYS;

  static Kind of(Workflow workflow, Map<String, Object> inputs, LocalDate date) {
    return new Kind(day(date), inputs(telling(workflow), inputs));
  }

  /// The inputs that have only a few values: those with `enum`, and truths.
  static List<String> telling(Workflow workflow) {
    return workflow.inputs().stream()
        .filter(input -> !input.choices().isEmpty() || input.type().equals(ValueType.BOOLEAN))
        .map(Input::name)
        .sorted()
        .toList();
  }

  /// The same number after a change of the workflow that leaves these inputs as they are.
  private static int inputs(List<String> names, Map<String, Object> values) {
    var told = names.stream().map(name -> name + "=" + values.get(name));
    return Math.floorMod(told.collect(Collectors.joining("\n")).hashCode(), MOST_INPUTS);
  }

  /// From the last day of a month that is from Monday to Friday on, dates are its end.
  private static int day(LocalDate date) {
    var last = date.with(TemporalAdjusters.lastDayOfMonth());
    while (isWeekend(last)) last = last.minusDays(1);
    if (!date.isBefore(last)) return MONTH_END;
    return isWeekend(date) ? WEEKEND : ORDINARY;
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /// In histories.
  int number() {
    return inputs * DAYS + day;
  }

  /// A history in which enough is told apart: by day and inputs where it knows enough of both, else
  /// by inputs alone, else by day alone. Ask it for [#number].
  Durations in(Durations history) {
    if (history.ofKind(number()) >= Knowledge.ENOUGH) return history;
    var byInputs = history.byKind(kind -> kind / DAYS == inputs ? number() : kind);
    if (byInputs.ofKind(number()) >= Knowledge.ENOUGH) return byInputs;
    return history.byKind(kind -> kind % DAYS == day ? number() : kind);
  }
}
