package outturn.outcome.impact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import outturn.definition.change.Change;
import outturn.definition.project.Project;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;
import outturn.evidence.quantity.Seed;
import outturn.outcome.position.Facts;
import outturn.outcome.position.LeverStart;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Positions;
import outturn.outcome.register.Registration.Badge;

/// An outcome with a change at the beginning of 2024, two years of months before it and one after
/// it; and what becomes of its study when its text is another.
final class Sketch {
  static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  static final LocalDate REVIEW = LocalDate.of(2025, 1, 5);
  static final int BEFORE = 24;
  static final int ALL = 36;

  private static final String TEXT =
      """
      {kind: measure, name: rate, title: repairs on the first visit, type: rate, unit: percent, better: higher, cadence: monthly, segments: depot, minimumImportantChange: 2}
      ---
      {kind: measure, name: trained, type: rate, unit: percent, better: higher, cadence: monthly}
      ---
      {kind: change, name: go-live, title: the new planner, date: 2024-01-01, type: go-live, affects: rate}
      ---
      kind: outcome
      name: o
      owner: business
      statement: {who: tenants, what: wait less, soThat: they get home}
      measures:
        - measure: rate
          baseline: {from: 2022-01-01, to: 2023-12-31}
          target: {value: 60, by: 2024-12-31, sustain: {periods: 3, of: 4}}
      levers:
        - {name: tool, element: technology, change: go-live, moves: rate, effect: {worst: 0, likely: 5, best: 10}, because: trial}
      analysis: {intervention: go-live, design: interrupted-time-series, review: 2025-01-05}
      """;

  private final Project project;
  private final SortedMap<LocalDate, Double> values;

  private Sketch(String text, SortedMap<LocalDate, Double> values) {
    var files =
        Map.of(
            "outturn.yaml", "kind: project\nname: p\n".getBytes(UTF_8),
            "outcome.yaml", text.getBytes(UTF_8));
    var reading = ProjectReader.read(new ProjectFiles(new TreeMap<>(files)));
    this.project = reading.project().orElseThrow(() -> new AssertionError(reading.problems()));
    this.values = values;
  }

  static Sketch of(SortedMap<LocalDate, Double> values) {
    return new Sketch(TEXT, values);
  }

  /// With parts of the text replaced: what to find, by what to put there.
  static Sketch of(SortedMap<LocalDate, Double> values, String... changes) {
    var text = TEXT;
    for (int i = 0; i < changes.length; i += 2) {
      if (!text.contains(changes[i])) throw new AssertionError("no " + changes[i]);
      text = text.replace(changes[i], changes[i + 1]);
    }
    return new Sketch(text, values);
  }

  /// Noise about 50 that resembles its neighbours a little, and a step from a month on.
  static SortedMap<LocalDate, Double> months(double step, int from, long seed) {
    var random = new Seed(seed).generator();
    double[] noise = {random.nextGaussian()};
    var months = new TreeMap<LocalDate, Double>();
    IntStream.range(0, ALL)
        .forEach(i -> {
          months.put(FIRST.plusMonths(i), 50 + (i >= from ? step : 0) + noise[0]);
          noise[0] = .3 * noise[0] + random.nextGaussian();
        });
    return months;
  }

  static SortedMap<LocalDate, Double> months(double step, long seed) {
    return months(step, BEFORE, seed);
  }

  List<Change> changes() {
    return project.changes().all();
  }

  Study study() {
    return study(REVIEW, beside -> beside);
  }

  Study study(LocalDate day) {
    return study(day, beside -> beside);
  }

  Study study(UnaryOperator<Beside> beside) {
    return study(REVIEW, beside);
  }

  Study study(LocalDate day, UnaryOperator<Beside> beside) {
    var position = position(day);
    return new Study(
        position,
        position.measures().getFirst(),
        position.outcome().appraisal().analysis().orElseThrow(),
        Badge.PRE_REGISTERED,
        beside.apply(Beside.of(changes())),
        day,
        1);
  }

  private OutcomePosition position(LocalDate day) {
    var outcome = project.outcomes().all().getFirst();
    var goal = outcome.goals().getFirst();
    var measure = project.measures().find("rate").orElseThrow();
    var asOf = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    var known = values.headMap(day.withDayOfMonth(1));
    var facts = new Facts(measure, goal, known, Optional.empty(), changes(), asOf);
    return new OutcomePosition(
        outcome,
        List.of(Positions.of(facts)),
        outcome.levers().stream().map(each -> LeverStart.of(each, changes())).toList(),
        changes(),
        asOf);
  }

  static ImpactFinding found(Study study) {
    return ImpactFindings.of(study)
        .result()
        .orElseThrow(() -> new AssertionError(ImpactFindings.of(study).refusal()));
  }

  static String refused(Study study) {
    return ImpactFindings.of(study).refusal().orElseThrow().text();
  }

  outturn.definition.measure.Measure measure(String name) {
    return project.measures().find(name).orElseThrow();
  }
}
