package outturn.outcome.datapackage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Outcome;
import outturn.outcome.impact.Beside;
import outturn.outcome.impact.ControlMeasure;
import outturn.outcome.position.LeverStart;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.outcome.register.Registration;

/// All that the findings of an outcome are read from, but the observations.
///
/// @param registration the analysis plan, and what was locked of it
/// @param dated the changes
/// @param beside the measures beside those of the outcome
public record StudyRecord(
    When when,
    Outcome outcome,
    Registration registration,
    List<LeverStart> levers,
    Dated dated,
    List<GoalRecord> goals,
    OtherMeasures beside) {
  public StudyRecord {
    levers = List.copyOf(levers);
    goals = List.copyOf(goals);
  }

  /// @param day as of which it is read
  /// @param asOf observations that were recorded later are left out
  /// @param seed of all random numbers
  public record When(LocalDate day, Instant asOf, long seed) {}

  /// @param affecting those of the outcome
  /// @param others that may be rival explanations
  public record Dated(List<Change> affecting, List<Change> others) {
    public Dated {
      affecting = List.copyOf(affecting);
      others = List.copyOf(others);
    }
  }

  /// @param controls named by the plan, or by the value as volume
  /// @param adoption of levers
  public record OtherMeasures(List<Measure> controls, List<Measure> adoption) {
    public OtherMeasures {
      controls = List.copyOf(controls);
      adoption = List.copyOf(adoption);
    }
  }

  /// @param beside what each of its measures is read with
  public static StudyRecord of(
      OutcomePosition outcome,
      Registration registration,
      LocalDate day,
      long seed,
      Function<Position, Beside> beside) {
    var all = outcome.measures().stream().map(beside).toList();
    return new StudyRecord(
        new When(day, outcome.asOf(), seed),
        outcome.outcome(),
        registration,
        outcome.levers(),
        dated(outcome, all),
        IntStream.range(0, all.size())
            .mapToObj(i -> GoalRecord.of(outcome.measures().get(i), all.get(i).frozen()))
            .toList(),
        new OtherMeasures(
            measures(
                all.stream().flatMap(each -> each.controls().stream()), ControlMeasure::measure),
            measures(
                all.stream().flatMap(each -> each.adopted().values().stream()),
                adopted -> adopted.measure())));
  }

  /// Only changes that affect a measure of the outcome, or that it names: others do not count.
  private static Dated dated(OutcomePosition outcome, List<Beside> beside) {
    var affecting = outcome.changes();
    var measures = outcome.measures().stream().map(each -> each.measure().name()).toList();
    var intervention = outcome.outcome().appraisal().analysis().map(plan -> plan.intervention());
    var others =
        beside.stream()
            .flatMap(each -> each.changes().stream())
            .distinct()
            .filter(each -> !affecting.contains(each))
            .filter(each ->
                intervention.filter(each.name()::equals).isPresent()
                    || each.affects().stream().anyMatch(measures::contains))
            .toList();
    return new Dated(affecting, others);
  }

  private static <T> List<Measure> measures(Stream<T> all, Function<T, Measure> measure) {
    return all.map(measure)
        .map(GoalRecord::withoutSource)
        .distinct()
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  /// Every measure of which observations are read, once, in the order of the record.
  public List<Measure> measures() {
    var all = new LinkedHashMap<String, Measure>();
    Stream.of(
            goals.stream().map(GoalRecord::measure),
            beside.controls().stream(),
            beside.adoption().stream())
        .flatMap(each -> each)
        .forEach(each -> all.putIfAbsent(each.name(), each));
    return List.copyOf(all.values());
  }

  /// As JSON has it; [#read] is the way back.
  @SuppressWarnings("unchecked") // a record is an object
  public Map<String, @Nullable Object> tree() {
    return Optional.ofNullable((Map<String, @Nullable Object>) RecordTree.of(this)).orElseThrow();
  }

  /// @throws Unreadable when it is none
  public static StudyRecord read(Map<String, ?> tree) {
    return RecordReader.read(StudyRecord.class, tree, "study");
  }
}
