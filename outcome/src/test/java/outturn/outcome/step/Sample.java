package outturn.outcome.step;

import java.nio.charset.StandardCharsets;
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
import outturn.outcome.claim.Overlaps;
import outturn.outcome.position.Facts;
import outturn.outcome.position.FrozenBaseline;
import outturn.outcome.position.LeverStart;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.outcome.position.Positions;
import outturn.outcome.register.LockedPlan;
import outturn.outcome.register.Registration;
import outturn.outcome.statement.ProjectWords;

/// A project whose outcome passes its gates, and what becomes of it when its text is another.
public final class Sample {
  static final Instant FROZEN = Instant.parse("2026-04-01T00:00:00Z");
  static final Accepted ACCEPTED =
      new Accepted(
          "first-visits", 85, LocalDate.of(2027, 3, 31), .62, "ada", LocalDate.of(2026, 3, 3));
  private static final LocalDate FIRST_WEEK = LocalDate.of(2025, 12, 29);
  private static final String TEXT =
      """
      kind: project
      name: housing
      ---
      {kind: group, name: tenants, is: beneficiary, population: 12000}
      ---
      {kind: group, name: housing-operations, title: Housing operations, is: business, members: [ada, eve]}
      ---
      {kind: group, name: housing-it, title: Housing IT, is: it, members: [bob, eve]}
      ---
      {kind: group, name: builders, is: supplier, members: [cal]}
      ---
      {kind: change, name: forecast-live, date: 2026-04-06, type: go-live, affects: first-visits}
      ---
      kind: measure
      name: first-visits
      title: repairs finished on the first visit
      owner: housing-operations
      type: proportion
      unit: percent
      better: higher
      cadence: weekly
      source: {csv: {file: visits.csv}}
      minimumImportantChange: 2
      ---
      kind: outcome
      name: one-visit
      owner: housing-operations
      objective: fewer-lost-days
      statement: {who: tenants, what: have a repair finished on the first visit more often, soThat: they lose fewer working days}
      measures:
        - measure: first-visits
          baseline: {from: 2025-12-29, to: 2026-03-29}
          target: {value: 85, by: 2027-03-31, sustain: {periods: 8, of: 10}}
      levers:
        - {name: course, element: people, owner: ada, planned: 2026-04-06, moves: first-visits, effect: {worst: 1, likely: 3, best: 6}, cost: {GBP: 14000}, because: trial}
        - {name: script, element: process, owner: ada, planned: 2026-04-06, moves: first-visits, effect: {worst: 1, likely: 4, best: 7}, cost: {GBP: 0}, because: trial}
        - {name: parts, element: technology, owner: bob, planned: 2026-04-06, moves: first-visits, effect: {worst: 2, likely: 6, best: 9}, cost: {GBP: 9000}, because: pilot, rollout: {north: 2026-04-06, south: 2026-06-01}}
      assumptions: [{text: Contractors keep two vans, holds: 80%, review: 2026-09-01, ifFalse: {worst: -3, likely: -2, best: -1}}]
      risks: [{text: A contractor gives up, probability: 15%, impact: {worst: -5, likely: -3, best: -1}, owner: ada}]
      value:
        measure: first-visits
        volume: 52000
        each: {what: return visit avoided, currency: GBP, priceYear: 2026, low: 60, likely: 85, high: 110}
        category: cashable
      analysis: {intervention: forecast-live, design: interrupted-time-series, registerBy: 2026-04-12}
      """;

  /// A part of the project.
  static final String WORTH =
      """
      value:
        measure: first-visits
        volume: 52000
        each: {what: return visit avoided, currency: GBP, priceYear: 2026, low: 60, likely: 85, high: 110}
        category: cashable
      """;

  private final String text;
  private final Optional<Instant> frozen;

  private Sample(String text, Optional<Instant> frozen) {
    this.text = text;
    this.frozen = frozen;
  }

  public static Sample good() {
    return new Sample(TEXT, Optional.of(FROZEN));
  }

  /// The same project with another text in one place.
  public Sample with(String old, String now) {
    if (!text.contains(old)) throw new AssertionError("not in the project: " + old);
    return new Sample(text.replace(old, now), frozen);
  }

  Sample frozen(Optional<Instant> at) {
    return new Sample(text, at);
  }

  public Case agreed() {
    var hash = with(List.of()).terms().hash();
    return with(List.of(agreement(1, hash)));
  }

  public static Agreed agreement(int version, String hash) {
    return new Agreed(version, "ada", Instant.parse("2026-03-02T09:00:00Z"), hash, "");
  }

  public Case with(List<Agreed> agreements) {
    return with(agreements, List.of(ACCEPTED));
  }

  Case with(List<Agreed> agreements, List<Accepted> accepted) {
    return with(agreements, accepted, List.of());
  }

  Case with(List<Agreed> agreements, List<Accepted> accepted, List<LockedPlan> locked) {
    return with(agreements, accepted, locked, List.of());
  }

  Case with(
      List<Agreed> agreements,
      List<Accepted> accepted,
      List<LockedPlan> locked,
      List<Acts.Evidenced> evidence) {
    var project = project();
    return new Case(
        position(project),
        new People(project.groups().all()),
        ProjectWords.of(project),
        project.changes().all(),
        Overlaps.of(project.outcomes().all())
            .of(project.outcomes().find("one-visit").orElseThrow()),
        new Acts(agreements, accepted, registration(project, locked), evidence));
  }

  public static Registration registration(Project project, List<LockedPlan> locked) {
    return Registration.of(
        project.outcomes().find("one-visit").orElseThrow(),
        project.measures()::find,
        project.changes()::find,
        locked);
  }

  public Project project() {
    var reading =
        ProjectReader.read(
            new ProjectFiles(
                Map.of(
                    "outturn.yaml",
                    text.getBytes(StandardCharsets.UTF_8),
                    "visits.csv",
                    new byte[0])));
    return reading.project().orElseThrow(() -> new AssertionError(reading.problems().toString()));
  }

  private OutcomePosition position(Project project) {
    var outcome = project.outcomes().find("one-visit").orElseThrow();
    var changes = project.changes().all();
    return new OutcomePosition(
        outcome,
        outcome.goals().stream()
            .map(goal -> Positions.of(facts(project, goal)))
            .map(Position.class::cast)
            .toList(),
        outcome.levers().stream().map(lever -> LeverStart.of(lever, changes)).toList(),
        changes,
        Instant.parse("2026-04-20T00:00:00Z"));
  }

  private Facts facts(Project project, outturn.definition.outcome.Outcome.Goal goal) {
    var values = values();
    return new Facts(
        project.measures().find(goal.measure()).orElseThrow(),
        goal,
        values,
        frozen.flatMap(at ->
            goal.baseline()
                .map(days ->
                    new FrozenBaseline(
                        days.from(),
                        days.to(),
                        new TreeMap<>(values.subMap(days.from(), days.to())),
                        at,
                        "hash"))),
        project.changes().all(),
        Instant.parse("2026-04-20T00:00:00Z"));
  }

  /// Thirteen weeks before the work and two after it.
  private static SortedMap<LocalDate, Double> values() {
    var values = new TreeMap<LocalDate, Double>();
    for (int week = 0; week < 15; week++) {
      values.put(FIRST_WEEK.plusWeeks(week), 70.0 + week % 3);
    }
    return values;
  }
}
