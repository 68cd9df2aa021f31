package outturn.outcome.confirm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.definition.project.Project;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;
import outturn.outcome.period.Periods;
import outturn.outcome.position.Facts;
import outturn.outcome.position.FrozenBaseline;
import outturn.outcome.position.LeverStart;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Positions;

/// An outcome that is written as in a project, with the values of its first measure.
record Written(Project project, SortedMap<LocalDate, Double> values) {

  static Written of(String yaml, SortedMap<LocalDate, Double> values) {
    var files =
        Map.of(
            "outturn.yaml", "kind: project\nname: p\n".getBytes(UTF_8),
            "outcome.yaml", yaml.getBytes(UTF_8));
    var reading = ProjectReader.read(new ProjectFiles(new TreeMap<>(files)));
    return new Written(
        reading.project().orElseThrow(() -> new AssertionError(reading.problems())), values);
  }

  /// As it stood at an instant, the baseline frozen if all its values were there.
  OutcomePosition at(Instant asOf) {
    var outcome = project.outcomes().all().getFirst();
    var goal = outcome.goals().getFirst();
    var measure = project.measures().find(goal.measure()).orElseThrow();
    var known = new TreeMap<>(values);
    var periods = new Periods(measure.rhythm().cadence());
    known.keySet().removeIf(each -> !periods.isKnown(each, asOf, measure.rhythm()));
    var changes = project.changes().all();
    var facts =
        new Facts(
            measure,
            goal,
            known,
            goal.baseline().map(days -> frozen(days.from(), days.to())),
            changes,
            asOf);
    return new OutcomePosition(
        outcome,
        List.of(Positions.of(facts)),
        outcome.levers().stream().map(each -> LeverStart.of(each, changes)).toList(),
        changes,
        asOf);
  }

  PlanForecast forecast(Instant asOf) {
    return forecast(asOf, Map.of());
  }

  PlanForecast forecast(Instant asOf, Map<String, Adopted> adopted) {
    var position = at(asOf);
    return PlanForecasts.of(position, position.measures().getFirst(), adopted)
        .result()
        .orElseThrow();
  }

  Supposed supposing(Instant asOf, Supposition supposition) {
    var position = at(asOf);
    return PlanForecasts.supposing(
            position, position.measures().getFirst(), Map.of(), supposition)
        .result()
        .orElseThrow();
  }

  Optional<String> refusal(Instant asOf) {
    var position = at(asOf);
    return PlanForecasts.of(position, position.measures().getFirst(), Map.of())
        .refusal()
        .map(each -> each.text());
  }

  private FrozenBaseline frozen(LocalDate from, LocalDate to) {
    var inside = new TreeMap<>(values.subMap(from, to.plusDays(1)));
    return new FrozenBaseline(from, to, inside, Instant.EPOCH, "hash");
  }
}
