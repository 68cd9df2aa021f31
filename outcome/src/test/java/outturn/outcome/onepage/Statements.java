package outturn.outcome.onepage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Analysis;
import outturn.definition.outcome.Analysis.Design;
import outturn.definition.outcome.Lever;
import outturn.definition.outcome.Lever.Element;
import outturn.definition.outcome.Outcome;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.quantity.Spread;
import outturn.outcome.RoadSafety;
import outturn.outcome.confirm.Adopted;
import outturn.outcome.grade.Doubt;
import outturn.outcome.grade.Level;
import outturn.outcome.impact.Beside;
import outturn.outcome.impact.ControlMeasure;
import outturn.outcome.impact.ImpactFinding;
import outturn.outcome.impact.ImpactFindings;
import outturn.outcome.impact.Study;
import outturn.outcome.impact.Worth;
import outturn.outcome.position.Facts;
import outturn.outcome.position.LeverStart;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.outcome.position.Positions;
import outturn.outcome.register.Registration;
import outturn.outcome.register.Registration.Badge;
import outturn.outcome.terms.Terms;

/// Statements to look at: the seat belt law as it is, and others that stretch what a page holds.
public final class Statements {
  static final Instant NOW = Instant.parse("2026-12-01T08:30:00Z");
  static final Change LIVE = change("the parts forecast", LocalDate.of(2025, 10, 1));

  private static final String LONG =
      "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

  private Statements() {}

  /// With real data, and no lever of people or technology.
  public static OnePage roadSafety() {
    var review = LocalDate.of(1985, 1, 12);
    var plan =
        new Analysis(
            "seat-belt-law",
            Design.INTERRUPTED_TIME_SERIES,
            List.of("petrol-price"),
            Optional.empty(),
            Optional.empty(),
            List.of(review),
            Optional.empty());
    var finding =
        ImpactFindings.of(
            new Study(
                RoadSafety.position(),
                Positions.of(RoadSafety.facts()),
                plan,
                Badge.EXPLORATORY,
                Beside.of(List.of(RoadSafety.LAW))
                    .withControls(List.of(new ControlMeasure(petrol(), RoadSafety.column(7)))),
                review,
                1));
    var position = RoadSafety.position();
    return OnePage.of(
        new Material(
            position,
            List.of(new Measured(position.measures().getFirst(), finding)),
            notLocked(),
            Map.of(),
            Optional.empty(),
            ""));
  }

  private static Measure petrol() {
    return measure("petrol-price", "Price of petrol", new Measure.Better.Lower());
  }

  /// Everything that a statement can tell, in usual lengths, signed by one of two.
  public static OnePage complete() {
    var found =
        Found.of(measure(), LIVE, 3, 9, Level.COMPARISON_GROUP)
            .withOther(-.5, 8)
            .doubting(Doubt.RIVAL_EVENT)
            .worth(
                new Worth(
                    Optional.of(new Spread(41_234, 83_901, 127_700)),
                    Optional.of(Outcome.Category.CASHABLE),
                    "GBP",
                    2026,
                    "It is what return visits cost."));
    var levers =
        List.of(
            lever("parts forecast", Element.TECHNOLOGY, LocalDate.of(2025, 10, 1), false),
            lever(
                "script of questions for callers",
                Element.PROCESS,
                LocalDate.of(2025, 11, 3),
                false),
            lever("training of call takers", Element.PEOPLE, LocalDate.of(2025, 10, 20), true),
            lever("second training", Element.PEOPLE, LocalDate.of(2027, 2, 1), true));
    return OnePage.of(
        of(outcome("Repairs in one visit", "tenants"), levers, found.finding())
            .signed(
                new Signature(Signature.Capacity.OWNER, "Maria Groß", LocalDate.of(2026, 11, 30)))
            .material());
  }

  /// Nothing could be read, nothing is written down but the outcome.
  public static OnePage refused() {
    var draft = of(outcome("Repairs in one visit", "tenants"), List.of(), null);
    return OnePage.of(draft.material());
  }

  /// More than a page holds, in words that are longer than a line, with signs that markup uses.
  public static OnePage longest() {
    var title = "<b>Über & \"" + LONG + "\"</b> " + LONG + " \u0007 " + "ÄÖÜß ".repeat(40);
    var levers = new ArrayList<Lever>();
    for (var element : Element.values()) {
      IntStream.range(0, 9)
          .forEach(i ->
              levers.add(
                  lever(LONG + i + " & " + LONG, element, LocalDate.of(2025, 1 + i, 1), true)));
    }
    var measured = new ArrayList<Measured>();
    for (int i = 0; i < 5; i++) {
      var measure = measure("m" + i, LONG + " <i> " + i + LONG, new Measure.Better.Higher());
      var found =
          Found.of(measure, change("the " + LONG, LocalDate.of(2025, 10, 1)), 3, 9, Level.OWN_PAST)
              .withOther(-4, 6)
              .doubting(Doubt.RIVAL_EVENT, Doubt.POOR_DATA, Doubt.FEWER_THAN_PLANNED);
      measured.add(new Measured(position(measure, NOW), Answer.found(found.finding())));
    }
    var outcome = outcome(title, (LONG + " ").repeat(6));
    var position = position(outcome, levers, measured.stream().map(Measured::position).toList());
    return OnePage.of(
        new Material(
            position,
            measured,
            notLocked(),
            Map.of(),
            Optional.of(
                new Kept(
                    2,
                    LocalDate.of(2026, 10, 1),
                    "ab".repeat(32),
                    "cd".repeat(32),
                    List.of(
                        new Signature(
                            Signature.Capacity.OWNER, LONG, LocalDate.of(2026, 11, 30))))),
            (LONG + " ").repeat(12)));
  }

  /// A statement in the making.
  record Draft(Material material) {
    Draft signed(Signature... signatures) {
      return kept("ab".repeat(32), signatures);
    }

    Draft kept(String now, Signature... signatures) {
      return new Draft(
          new Material(
              material.outcome(),
              material.measured(),
              material.registration(),
              material.adopted(),
              Optional.of(
                  new Kept(
                      1, LocalDate.of(2026, 10, 1), "ab".repeat(32), now, List.of(signatures))),
              material.step()));
    }
  }

  /// With one measure.
  ///
  /// @param finding null where the estimate is refused
  static Draft of(
      Outcome outcome,
      List<Lever> levers,
      @org.jspecify.annotations.Nullable ImpactFinding finding) {
    var at = position(measure(), NOW);
    Answer<ImpactFinding> answer =
        finding == null
            ? Answer.refused(
                Reason.TOO_FEW, "an analysis needs 12 values before the change, and there are 7")
            : Answer.found(finding);
    return new Draft(
        new Material(
            position(outcome, levers, List.of(at)),
            List.of(new Measured(at, answer)),
            notLocked(),
            Map.of(
                "staff-trained",
                new Adopted(share(), new TreeMap<>(Map.of(LocalDate.of(2026, 10, 1), .84)))),
            Optional.empty(),
            "Described and confirmed. Step quantify is open: It has no source."));
  }

  private static OutcomePosition position(
      Outcome outcome, List<Lever> levers, List<Position> positions) {
    return new OutcomePosition(
        outcome,
        positions,
        levers.stream().map(each -> LeverStart.of(each, List.of())).toList(),
        List.of(),
        NOW);
  }

  private static Registration notLocked() {
    return new Registration(new Terms(""), Optional.empty(), List.of());
  }

  static Outcome outcome(String title, String who) {
    var analysis =
        new Analysis(
            "live",
            Design.INTERRUPTED_TIME_SERIES,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 4, 15)),
            Optional.empty());
    return new Outcome(
        "one-visit",
        new Outcome.About(title, "director of housing", Optional.empty()),
        new Outcome.Statement(
            who, "have a repair finished on the first visit", "they lose fewer working days"),
        List.of(),
        List.of(),
        Outcome.Uncertain.nothing(),
        new Outcome.Appraisal(Optional.empty(), Optional.of(analysis)));
  }

  static Lever lever(String title, Element element, LocalDate planned, boolean isAdopted) {
    return new Lever(
        "lever",
        new Lever.About(title, element, Optional.empty(), Optional.empty(), Map.of()),
        new Lever.Start(Optional.empty(), Optional.of(planned), Optional.empty(), Optional.empty()),
        "first-visit",
        new Lever.Effect(1, 3, 6),
        "a trial",
        new Lever.Spread(
            Optional.empty(),
            new Lever.Course(Optional.empty(), Optional.empty(), Optional.empty()),
            isAdopted
                ? Optional.of(new Lever.Adoption(Optional.empty(), Optional.of("staff-trained")))
                : Optional.empty(),
            Map.of()));
  }

  static Change change(String title, LocalDate date) {
    return new Change("live", title, date, Change.Type.GO_LIVE, List.of());
  }

  static Measure measure() {
    return measure(
        "first-visit", "Repairs finished on the first visit", new Measure.Better.Higher());
  }

  private static Measure share() {
    var made = measure("staff-trained", "Staff trained", new Measure.Better.Higher());
    var share =
        new Measure.Quantity(
            Measure.Type.PROPORTION,
            Optional.empty(),
            new Measure.Better.Higher(),
            Optional.empty());
    return new Measure(
        made.name(), made.about(), share, made.rhythm(), Optional.empty(), Optional.empty());
  }

  static Measure measure(String name, String title, Measure.Better better) {
    return new Measure(
        name,
        new Measure.About(title, Optional.empty(), Optional.empty()),
        new Measure.Quantity(
            Measure.Type.PROPORTION, Optional.of("percent"), better, Optional.of(2.0)),
        new Measure.Rhythm(
            Measure.Cadence.MONTHLY,
            Duration.ofDays(2),
            ZoneId.of("Europe/London"),
            Optional.empty()),
        Optional.empty(),
        Optional.empty());
  }

  private static Position position(Measure measure, Instant asOf) {
    var values = new TreeMap<LocalDate, Double>();
    var first = LocalDate.of(2022, 6, 1);
    for (int i = 0; i < 54; i++) values.put(first.plusMonths(i), 71 + 1.4 * Math.sin(2.1 * i));
    return Positions.of(
        new Facts(
            measure,
            new Outcome.Goal(
                measure.name(),
                Optional.empty(),
                Optional.of(
                    new Outcome.Target(
                        85, LocalDate.of(2027, 3, 31), Optional.of(new Outcome.Sustain(8, 10)))),
                Outcome.Trajectory.LINEAR),
            values,
            Optional.empty(),
            List.of(),
            asOf));
  }
}
