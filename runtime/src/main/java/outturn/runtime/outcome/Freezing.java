package outturn.runtime.outcome;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Outcome;
import outturn.definition.outcome.Outcome.Goal;
import outturn.outcome.period.Periods;
import outturn.runtime.measure.MeasureValues;
import outturn.runtime.project.InForce;
import outturn.store.outcome.Baselines;
import outturn.store.outcome.Window;

/// Freezes the baselines of outcomes, each once; when an outcome asks for other days, those become
/// a new version.
///
/// A baseline is frozen when all its periods have a value. One with gaps is frozen when a later
/// period has a value too, so that nobody waits for the missing ones any more, if it has at least
/// 12 values. A single value is never one.
public final class Freezing {
  private static final String BY = "server";
  private static final int ENOUGH_WITH_GAPS = 12;

  private final InForce inForce;
  private final MeasureValues values;
  private final Baselines baselines;
  private final InstantSource clock;

  public Freezing(InForce inForce, MeasureValues values, Baselines baselines, InstantSource clock) {
    this.inForce = inForce;
    this.values = values;
    this.baselines = baselines;
    this.clock = clock;
  }

  /// Looks at all outcomes: one may ask for a baseline whose values are known already.
  public void step() {
    inForce.measures().forEach(measure -> look(measure.value()));
  }

  /// Looks at the outcomes of a measure that has new values.
  public void look(String measure) {
    inForce.measure(measure).ifPresent(entry -> look(entry.value()));
  }

  private void look(Measure measure) {
    var asking =
        inForce.outcomes().stream()
            .map(InForce.Entry::value)
            .filter(outcome -> asks(outcome, measure))
            .toList();
    if (asking.isEmpty()) return;
    var known = values.of(measure, clock.instant());
    for (var outcome : asking) {
      outcome.goals().stream()
          .filter(goal -> goal.measure().equals(measure.name()))
          .forEach(goal -> freeze(outcome, goal, measure, known));
    }
  }

  private boolean asks(Outcome outcome, Measure measure) {
    return outcome.goals().stream()
        .filter(goal -> goal.measure().equals(measure.name()))
        .anyMatch(goal -> goal.baseline().filter(days -> isNew(outcome, goal, days)).isPresent());
  }

  private boolean isNew(Outcome outcome, Goal goal, Outcome.Baseline days) {
    return baselines
        .current(outcome.name(), goal.measure())
        .filter(frozen ->
            frozen.window().from().equals(days.from()) && frozen.window().to().equals(days.to()))
        .isEmpty();
  }

  private void freeze(
      Outcome outcome, Goal goal, Measure measure, SortedMap<LocalDate, Double> known) {
    if (goal.baseline().isEmpty()) return;
    var days = goal.baseline().get();
    var periods = new Periods(measure.rhythm().cadence()).within(days.from(), days.to());
    if (!isReady(periods, measure, known)) return;
    var inside = new TreeMap<>(known);
    inside.keySet().retainAll(periods);
    baselines.freeze(
        outcome.name(),
        goal.measure(),
        new Window(days.from(), days.to(), inside),
        BY,
        clock.instant());
  }

  private boolean isReady(
      List<LocalDate> periods, Measure measure, SortedMap<LocalDate, Double> known) {
    if (periods.size() < 2) return false;
    long there = periods.stream().filter(period -> known.containsKey(period)).count();
    if (there == periods.size()) return true;
    var last = periods.getLast();
    var rhythm = new Periods(measure.rhythm().cadence());
    return there >= ENOUGH_WITH_GAPS
        && rhythm.isKnown(last, clock.instant(), measure.rhythm())
        && known.lastKey().isAfter(last);
  }
}
