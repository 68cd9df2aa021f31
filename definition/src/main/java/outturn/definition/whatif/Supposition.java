package outturn.definition.whatif;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import outturn.definition.ahead.Starter;
import outturn.definition.ahead.Variants;
import outturn.definition.calendar.CalendarRule;
import outturn.definition.calendar.SupposedHoliday;
import outturn.definition.schedule.Schedule;

/// What is supposed to be otherwise than it is.
///
/// @param workflows those that would not be there
/// @param tasks those that would not be there, by workflow
/// @param pools other sizes of pools, by name
public record Supposition(
    List<SupposedHoliday> holidays,
    Set<String> workflows,
    Map<String, Set<String>> tasks,
    Map<String, Integer> pools) {
  public Supposition {
    holidays = List.copyOf(holidays);
    workflows = Set.copyOf(workflows);
    tasks = Map.copyOf(tasks);
    pools = Map.copyOf(pools);
  }

  public boolean isEmpty() {
    return holidays.isEmpty() && workflows.isEmpty() && tasks.isEmpty() && pools.isEmpty();
  }

  /// The schedule as it would be; empty without its workflow.
  public Optional<Starter> of(Starter starter) {
    if (workflows.contains(starter.workflow())) return Optional.empty();
    var rule = starter.schedule().days().calendar();
    if (rule.isEmpty() || holidays.isEmpty()) return Optional.of(starter);
    var days =
        new Schedule.Days(
            Optional.of(supposed(rule.get())), starter.schedule().days().businessDate());
    return Optional.of(starter.with(Variants.withDays(starter.schedule(), days)));
  }

  private CalendarRule supposed(CalendarRule rule) {
    var calendar = rule.calendar();
    for (var holiday : holidays) calendar = calendar.supposing(holiday);
    return new CalendarRule(calendar, rule.onNonWorkingDay(), rule.ofMonth(), rule.shift());
  }

  /// The sizes of pools as they would be.
  public Map<String, Integer> sizes(Map<String, Integer> sizes) {
    var supposed = new TreeMap<>(sizes);
    supposed.putAll(pools);
    return supposed;
  }
}
