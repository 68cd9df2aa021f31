package outturn.runtime.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import outturn.definition.change.Change;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.outcome.shift.Answered;
import outturn.outcome.shift.Shift;
import outturn.outcome.shift.Shifts;
import outturn.store.change.ShiftAnswer;
import outturn.store.change.ShiftAnswers;

/// The shifts of the measures of outcomes: what happened here?
public final class Questions {
  private final ChangeLog log;
  private final ShiftAnswers answers;

  public Questions(ChangeLog log, ShiftAnswers answers) {
    this.log = log;
    this.answers = answers;
  }

  /// What was known at a time, to look at many outcomes.
  ///
  /// @param changes by their name
  public record Known(Map<String, Change> changes, List<ShiftAnswer> answers) {
    public Known {
      changes = Map.copyOf(changes);
      answers = List.copyOf(answers);
    }

    /// The shifts of a measure of an outcome, the latest first.
    public List<Shift> of(OutcomePosition outcome, Position position) {
      var measure = position.measure().name();
      var said = answers.stream().filter(each -> each.measure().equals(measure)).toList();
      var about = new TreeMap<String, Change>();
      Stream.concat(
              outcome.changes().stream(),
              said.stream()
                  .flatMap(each -> each.change().stream())
                  .filter(changes::containsKey)
                  .map(changes::get))
          .filter(change -> moves(change, outcome, position) || isNamed(change, said))
          .forEach(change -> about.put(change.name(), change));
      return Shifts.of(
          position,
          about.values(),
          said.stream()
              .map(each -> new Answered(each.period(), each.change(), each.by(), each.note()))
              .toList());
    }

    private static boolean isNamed(Change change, List<ShiftAnswer> said) {
      return said.stream()
          .anyMatch(each -> each.change().filter(change.name()::equals).isPresent());
    }

    private static boolean moves(Change change, OutcomePosition outcome, Position position) {
      var measure = position.measure().name();
      return change.affects().contains(measure)
          || outcome.levers().stream()
              .filter(start -> start.lever().moves().equals(measure))
              .anyMatch(start ->
                  start.lever().start().change().filter(change.name()::equals).isPresent());
    }
  }

  public Known known(Instant asOf) {
    var changes = new TreeMap<String, Change>();
    log.all(asOf).forEach(change -> changes.put(change.name(), change));
    return new Known(changes, answers.all(asOf));
  }

  /// The shifts of each measure of an outcome, by the measure's name.
  public Map<String, List<Shift>> of(OutcomePosition outcome) {
    var known = known(outcome.asOf());
    var shifts = new TreeMap<String, List<Shift>>();
    outcome
        .measures()
        .forEach(position -> shifts.put(position.measure().name(), known.of(outcome, position)));
    return shifts;
  }
}
