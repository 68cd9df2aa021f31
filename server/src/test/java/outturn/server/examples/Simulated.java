package outturn.server.examples;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.definition.project.Project;
import outturn.evidence.its.Effects;
import outturn.evidence.its.Its;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.series.Series;
import outturn.outcome.confirm.Adopted;
import outturn.outcome.confirm.PlanForecast;
import outturn.outcome.confirm.PlanForecasts;
import outturn.outcome.position.Facts;
import outturn.outcome.position.FrozenBaseline;
import outturn.outcome.position.LeverStart;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Positions;
import outturn.store.database.ConnectionSettings;

/// An example whose measures are read from files that its script has simulated.
record Simulated(String name, Project project) {
  private static final ConnectionSettings NO_DATABASE = new ConnectionSettings("jdbc:none", "", "");

  static Simulated example(String name) {
    return new Simulated(name, Examples.project(name));
  }

  Walk walk(Path scratch) {
    return new Walk(Examples.folder(name), project, NO_DATABASE, scratch, "2026-07-15");
  }

  /// The values of a measure by their period; of a proportion in percent.
  SortedMap<LocalDate, Double> values(String measure) {
    var values = new TreeMap<LocalDate, Double>();
    var text = Examples.text(Examples.folder(name).resolve("data/" + measure + ".csv"));
    text.lines()
        .skip(1)
        .map(line -> List.of(line.split(",", -1)))
        .forEach(cells -> values.put(LocalDate.parse(cells.getFirst()), value(cells)));
    return values;
  }

  private static double value(List<String> cells) {
    double first = Double.parseDouble(cells.get(1));
    return cells.size() == 2 ? first : 100 * first / Double.parseDouble(cells.get(2));
  }

  /// How an outcome stood at an instant, with all values up to then.
  OutcomePosition at(String outcome, Instant asOf) {
    var written = project.outcomes().find(outcome).orElseThrow();
    var goal = written.goals().getFirst();
    var values = values(goal.measure());
    var days = goal.baseline().orElseThrow();
    var frozen =
        new FrozenBaseline(
            days.from(),
            days.to(),
            values.subMap(days.from(), days.to().plusDays(1)),
            Instant.EPOCH,
            "hash");
    var changes = project.changes().all();
    var today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    var facts =
        new Facts(
            project.measures().find(goal.measure()).orElseThrow(),
            goal,
            values.headMap(today.minusDays(6)),
            Optional.of(frozen),
            changes,
            asOf);
    return new OutcomePosition(
        written,
        List.of(Positions.of(facts)),
        written.levers().stream().map(each -> LeverStart.of(each, changes)).toList(),
        changes,
        asOf);
  }

  PlanForecast forecast(OutcomePosition position, String... adoption) {
    var adopted = new TreeMap<String, Adopted>();
    for (var measure : adoption) {
      adopted.put(
          measure, new Adopted(project.measures().find(measure).orElseThrow(), values(measure)));
    }
    return PlanForecasts.of(position, position.measures().getFirst(), Map.copyOf(adopted))
        .result()
        .orElseThrow();
  }

  /// What came of a measure with a change, by an interrupted time series.
  Effects effects(String measure, LocalDate change, int transition) {
    var values = values(measure);
    int before = values.headMap(change).size();
    var series = Series.of(values.values().stream().mapToDouble(Double::doubleValue).toArray());
    var model = ItsModel.of(new Intervention(before, transition));
    return Its.analyse(series, model).result().orElseThrow().effects();
  }

  /// The mean of a measure from a day on, up to another.
  double mean(String measure, LocalDate from, LocalDate to) {
    return values(measure).subMap(from, to).values().stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }
}
