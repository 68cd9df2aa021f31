package outturn.outcome.impact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Lever;
import outturn.definition.project.Project;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;
import outturn.evidence.quantity.Pert;
import outturn.evidence.quantity.Seed;
import outturn.outcome.period.Periods;
import outturn.outcome.position.Facts;
import outturn.outcome.position.FrozenBaseline;
import outturn.outcome.position.LeverStart;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Positions;
import outturn.outcome.register.Registration.Badge;

/// An outcome by chance that comes true once, by its own plan: a level of 50 with noise of which
/// each value resembles the one before, three levers whose starts slip and whose effects are drawn
/// from their three points, and which move nothing before the last of them has begun. In every
/// second one the levers have no effect.
final class SimulatedOutcome {
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private static final Periods MONTHS = new Periods(Measure.Cadence.MONTHLY);
  private static final int AHEAD = 18;
  private static final double LEVEL = 50;
  private static final double DAYS_OF_A_MONTH = 365.25 / 12;
  private static final double NINETIETH = 1.2815515655446004;

  private final RandomGenerator random;
  private final int before;
  private final double deviation;
  private final double autocorrelation;
  private final Project project;
  private final double effect;
  private final double start;
  private final TreeMap<LocalDate, Double> values = new TreeMap<>();

  SimulatedOutcome(int number) {
    this.random = new Seed(20261129L + number).generator();
    this.before = 24 + 12 * random.nextInt(2);
    this.deviation = 1 + 2 * random.nextDouble();
    this.autocorrelation = .6 * random.nextDouble();
    this.project = project(number % 2 == 0 ? 0 : 1 + 3 * random.nextDouble());
    var levers = project.outcomes().all().getFirst().levers();
    this.effect = levers.stream().mapToDouble(this::effect).sum();
    this.start = levers.stream().mapToDouble(this::start).max().orElseThrow();
    live();
  }

  /// What the levers do together once the last one has begun.
  double effect() {
    return effect;
  }

  /// As it was known on the day after the baseline, before anything began.
  OutcomePosition planned() {
    return at(month(before).plusDays(5), List.of());
  }

  /// As it was known at the review.
  OutcomePosition reviewed() {
    return at(review(), List.of(goLive()));
  }

  Study study() {
    var outcome = reviewed();
    return new Study(
        outcome,
        outcome.measures().getFirst(),
        outcome.outcome().appraisal().analysis().orElseThrow(),
        Badge.PRE_REGISTERED,
        Beside.of(List.of(goLive())),
        review(),
        1);
  }

  private LocalDate review() {
    return month(before + AHEAD).plusDays(5);
  }

  private static LocalDate month(int index) {
    return FIRST.plusMonths(index);
  }

  private Change goLive() {
    int period = (int) start;
    double days = (start - period) * MONTHS.lastDay(month(period)).getDayOfMonth();
    return new Change(
        "go-live",
        "the go-live",
        month(period).plusDays((long) days),
        Change.Type.GO_LIVE,
        List.of("rate"));
  }

  private Project project(double size) {
    double target = LEVEL + 3 * size * random.nextDouble(1.6) + random.nextGaussian();
    var text =
        """
        {kind: measure, name: rate, type: rate, unit: percent, better: higher, cadence: monthly}
        ---
        {kind: change, name: go-live, date: %s, type: go-live, affects: rate}
        ---
        kind: outcome
        name: o
        owner: business
        statement: {who: tenants, what: wait less, soThat: they get home}
        measures:
          - measure: rate
            baseline: {from: %s, to: %s}
            target: {value: %s, by: %s%s}
        levers:
        %s%s%sanalysis: {intervention: go-live, design: interrupted-time-series, review: %s}
        """
            .formatted(
                month(before),
                FIRST,
                month(before).minusDays(1),
                number(target),
                month(before + AHEAD).minusDays(1),
                random.nextBoolean() ? ", sustain: {periods: 3, of: 5}" : "",
                lever("people", size),
                lever("process", size),
                lever("technology", size),
                review());
    var files =
        Map.of(
            "outturn.yaml", "kind: project\nname: p\n".getBytes(UTF_8),
            "outcome.yaml", text.getBytes(UTF_8));
    var reading = ProjectReader.read(new ProjectFiles(new TreeMap<>(files)));
    return reading.project().orElseThrow(() -> new AssertionError(reading.problems()));
  }

  private String lever(String element, double size) {
    double best = size * (1 + random.nextDouble());
    int median = 5 + random.nextInt(20);
    return "  - {name: %s, element: %s, planned: %s, slip: {median: %dd, oneInTen: %dd}, moves: rate, effect: {worst: 0, likely: %s, best: %s}, because: trial}\n"
        .formatted(
            element,
            element,
            month(before + 1 + random.nextInt(2)),
            median,
            2 * median,
            number(best * random.nextDouble()),
            number(best));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private double effect(Lever lever) {
    var points = lever.effect();
    return Pert.of(points.worst(), points.likely(), points.best())
        .result()
        .orElseThrow()
        .draw(0, random);
  }

  /// In periods since the first value.
  private double start(Lever lever) {
    var slip = lever.start().slip().orElseThrow();
    double median = slip.median().toDays() / DAYS_OF_A_MONTH;
    double sigma = Math.log(slip.oneInTen().toDays() / DAYS_OF_A_MONTH / median) / NINETIETH;
    return MONTHS.distance(FIRST, lever.start().planned().orElseThrow())
        + median * Math.exp(sigma * random.nextGaussian());
  }

  private void live() {
    double noise = deviation * random.nextGaussian();
    double fresh = deviation * Math.sqrt(1 - autocorrelation * autocorrelation);
    for (int period = 0; period < before + AHEAD; period++) {
      values.put(month(period), LEVEL + (period >= start ? effect : 0) + noise);
      noise = autocorrelation * noise + fresh * random.nextGaussian();
    }
  }

  private OutcomePosition at(LocalDate day, List<Change> changes) {
    var outcome = project.outcomes().all().getFirst();
    var goal = outcome.goals().getFirst();
    var asOf = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    var days = goal.baseline().orElseThrow();
    var frozen =
        new FrozenBaseline(
            days.from(),
            days.to(),
            new TreeMap<>(values.subMap(days.from(), days.to().plusDays(1))),
            asOf,
            "hash");
    var measure = project.measures().find("rate").orElseThrow();
    var facts =
        new Facts(
            measure, goal, values.headMap(MONTHS.of(day)), Optional.of(frozen), changes, asOf);
    return new OutcomePosition(
        outcome,
        List.of(Positions.of(facts)),
        outcome.levers().stream().map(each -> LeverStart.of(each, changes)).toList(),
        changes,
        asOf);
  }
}
