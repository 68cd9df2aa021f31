package outturn.outcome.impact;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import outturn.definition.change.Change;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.sequence.EffectSequence;
import outturn.outcome.grade.Doubt;
import outturn.outcome.grade.Grade;
import outturn.outcome.grade.Level;
import outturn.outcome.grade.Rivals;
import outturn.outcome.terms.Sha256;
import outturn.outcome.words.Impact;
import outturn.outcome.words.ImpactSentences;
import outturn.outcome.words.Titles;

/// Reads what a change did to a measure, as the plan asks.
public final class ImpactFindings {
  /// Of all intervals.
  static final double LEVEL = .95;

  /// An interim reading without a review ahead is sharpest at so many values after.
  private static final int USUAL = 12;

  private final Study study;
  private final Grid grid;
  private final Reading reading;

  private ImpactFindings(Study study, Grid grid, Reading reading) {
    this.study = study;
    this.grid = grid;
    this.reading = reading;
  }

  /// The finding, or why there is none. The same study gives the same finding.
  public static Answer<ImpactFinding> of(Study study) {
    return GridMaker.of(study)
        .then(grid ->
            read(study, grid)
                .then(reading -> Answer.found(new ImpactFindings(study, grid, reading).finding())));
  }

  private static Answer<Reading> read(Study study, Grid grid) {
    return switch (study.plan().design()) {
      case BEFORE_AFTER -> BeforeAfter.read(study, grid);
      case INTERRUPTED_TIME_SERIES -> TimeSeries.read(study, grid);
      case DIFFERENCE_IN_DIFFERENCES -> Differences.common(study, grid);
      case SYNTHETIC_CONTROL -> SyntheticControl.read(study, grid);
      case STAGGERED -> Differences.staggered(study, grid);
    };
  }

  private ImpactFinding finding() {
    var average = reading.effect().with(honest()).natural();
    var checks = checks();
    var snapshot = Snapshot.of(study, grid);
    return new ImpactFinding(
        grid.when().kind(),
        new ImpactFinding.Scope(
            study.position().measure().name(),
            grid.intervention(),
            study.plan().design(),
            counts(),
            study.day(),
            grid.when().review(),
            grid.last()),
        new ImpactFinding.Effect(
            average, reading.effect().expected(), reading.told().method(), reading.told().words()),
        checks,
        reading.course(),
        verdict(average, checks),
        new ImpactFinding.Provenance(study.seed(), study.badge(), snapshot, Sha256.of(snapshot)));
  }

  /// With the interval that the kind of reading allows.
  private Estimate honest() {
    var effect = reading.effect();
    return switch (grid.when().kind()) {
      case FINAL -> effect.onScale();
      case INTERIM -> EffectSequence.of(effect.onScale(), effect.freedom(), growth());
    };
  }

  /// How much more there will be to know at the review: by the sizes of before and after.
  private double growth() {
    int planned = grid.when().planned() == 0 ? USUAL : grid.when().planned();
    int before = reading.used().before();
    int after = reading.used().after();
    return Math.max(1, together(before, planned) / together(before, after));
  }

  private static double together(double one, double other) {
    return one * other / (one + other);
  }

  private ImpactFinding.Counts counts() {
    int known = grid.count(0, grid.at()) + grid.count(grid.after(), grid.size());
    return new ImpactFinding.Counts(
        reading.used().before(),
        reading.used().after(),
        grid.transition(),
        grid.size() - grid.transition() - known,
        grid.when().planned());
  }

  private ImpactFinding.Checks checks() {
    return new ImpactFinding.Checks(
        reading.inTime(),
        reading.inSpace(),
        reading.sensitivity(),
        quality(),
        rivals(),
        reading.told().assumptions(),
        reading.told().warnings());
  }

  private double quality() {
    return grid.count(0, grid.size()) / (double) grid.size();
  }

  private List<Change> rivals() {
    return Rivals.of(
        study.outcome().outcome(),
        study.position().measure(),
        grid.intervention(),
        study.beside().changes());
  }

  private ImpactFinding.Verdict verdict(Estimate average, ImpactFinding.Checks checks) {
    var grade =
        new Grade(
            Level.of(study.plan().design()),
            doubts(average, checks),
            new Supports(study, grid, reading).all());
    var impact =
        new Impact(
            study.position().measure(),
            Titles.inside(grid.intervention().title()),
            average,
            OptionalDouble.of(reading.effect().expected()),
            reading.told().comparedWith());
    return new ImpactFinding.Verdict(
        grade,
        ImpactSentences.of(impact, grade),
        study.position().standing().attainment(),
        Valuer.of(study, average));
  }

  private Set<Doubt> doubts(Estimate average, ImpactFinding.Checks checks) {
    var doubts = EnumSet.noneOf(Doubt.class);
    if (checks.inTime().fails() || checks.inSpace().fails()) doubts.add(Doubt.PLACEBO_FAILED);
    Doubt.ofSize(reading.used().after(), grid.when().planned()).ifPresent(doubts::add);
    Doubt.ofQuality(checks.quality()).ifPresent(doubts::add);
    if (!checks.rivals().isEmpty()) doubts.add(Doubt.RIVAL_EVENT);
    switch (study.badge()) {
      case PRE_REGISTERED -> {}
      case EXPLORATORY -> doubts.add(Doubt.NOT_REGISTERED);
    }
    for (var row : checks.sensitivity()) {
      row.average()
          .result()
          .flatMap(other -> Doubt.ofMethods(average.value(), other.value()))
          .ifPresent(doubts::add);
    }
    return doubts;
  }
}
