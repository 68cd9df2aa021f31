package outturn.outcome.grade;

import java.util.Collection;
import java.util.List;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Outcome;
import outturn.outcome.period.Periods;

/// What else may have moved a measure at about the time of an intervention.
public final class Rivals {
  private Rivals() {}

  /// The changes that affect the measure within two periods of the intervention. What starts a
  /// lever of the outcome is part of the work.
  public static List<Change> of(
      Outcome outcome, Measure measure, Change intervention, Collection<Change> changes) {
    var periods = new Periods(measure.rhythm().cadence());
    return changes.stream()
        .filter(change -> change.affects().contains(measure.name()))
        .filter(change -> !change.name().equals(intervention.name()))
        .filter(change -> !isOwn(outcome, change))
        .filter(change ->
            Doubt.ofRival(periods.distance(intervention.date(), change.date())).isPresent())
        .toList();
  }

  private static boolean isOwn(Outcome outcome, Change change) {
    return outcome.levers().stream()
        .anyMatch(lever -> lever.start().change().filter(change.name()::equals).isPresent());
  }
}
