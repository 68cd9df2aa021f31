package outturn.outcome.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import outturn.definition.outcome.Analysis.Design;
import outturn.evidence.did.Did;
import outturn.evidence.did.DidResult;
import outturn.evidence.did.Resampling;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Interval;
import outturn.evidence.estimate.Warning;
import outturn.evidence.panel.Panel;
import outturn.evidence.sdid.Sdid;
import outturn.evidence.sdid.SdidOptions;

/// The designs that compare those who have the change with those who do not, or not yet: how much
/// more the first have moved since.
final class Differences {
  private static final double DOUBT = .05;

  private final Study study;
  private final Grid grid;
  private final Units units;
  private final Panel panel;

  private Differences(Study study, Grid grid, Units units) {
    this.study = study;
    this.grid = grid;
    this.units = units;
    this.panel = units.panel();
  }

  /// Those who all start at the intervention.
  static Answer<Reading> common(Study study, Grid grid) {
    return Units.common(study, grid).then(units -> new Differences(study, grid, units).read());
  }

  /// Those who start one after the other.
  static Answer<Reading> staggered(Study study, Grid grid) {
    return Units.staggered(study, grid).then(units -> new Differences(study, grid, units).read());
  }

  private Answer<Reading> read() {
    return estimate(panel).then(result -> Answer.found(reading(result)));
  }

  private Answer<DidResult> estimate(Panel data) {
    var resampling = new Resampling(Resampling.DEFAULT.draws(), ImpactFindings.LEVEL, study.seed());
    return isStaggered() ? Did.staggered(data, resampling) : Did.analyse(data, resampling);
  }

  private boolean isStaggered() {
    return study.plan().design() == Design.STAGGERED;
  }

  private Reading reading(DidResult result) {
    var course = units.course(grid, isStaggered() ? this::byGroup : this::inParallel);
    var scaled = scaled(result, course);
    var warnings = new ArrayList<Warning>(result.grounds().warnings());
    warnings.addAll(units.warnings());
    int first = Arrays.stream(panel.cohorts()).min().orElseThrow();
    return new Reading(
        scaled,
        new Reading.Used(first, panel.periods() - first),
        course,
        inTime(result),
        inSpace(result),
        alternatives(scaled),
        new Reading.Told(
            result.grounds().method(),
            words(),
            comparedWith(),
            result.grounds().assumptions(),
            warnings));
  }

  /// As many degrees of freedom as the smaller side allows.
  private Reading.Scaled scaled(DidResult result, Course course) {
    int treated = panel.treated().length;
    int controls = panel.controls().length;
    int smaller =
        treated < 2 || controls < 2 ? Math.max(treated, controls) : Math.min(treated, controls);
    double[] expected =
        IntStream.range(0, grid.size())
            .filter(i -> !course.expected().isMissing(i))
            .mapToDouble(course.expected()::value)
            .toArray();
    double mean = Arrays.stream(expected).average().orElse(Double.NaN);
    return new Reading.Scaled(
        cautious(result.effect()), Math.max(1, smaller - 1), units.scale(), mean);
  }

  /// The bootstrap of few units is too sure of itself, so where the permutations do not rule out 0,
  /// the interval reaches to it. A single treated unit has no bootstrap.
  private Estimate cautious(Estimate effect) {
    boolean rulesOut = effect.p().orElse(0) <= 1 - ImpactFindings.LEVEL;
    if (rulesOut || panel.treated().length < 2) return effect;
    var interval = effect.interval();
    return new Estimate(
        effect.value(),
        effect.standardError(),
        new Interval(
            Math.min(0, interval.lower()), Math.max(0, interval.upper()), interval.level()),
        effect.p());
  }

  private Placebo inTime(DidResult result) {
    if (result.preTrend().isEmpty()) return Placebo.atDates(0, 0);
    double p = result.preTrend().getAsDouble();
    boolean fails = p < DOUBT;
    return new Placebo(
        fails ? Placebo.State.FAILED : Placebo.State.PASSED,
        1,
        fails ? 1 : 0,
        String.format(
            Locale.ROOT,
            "Before the start both %s (p = %.2f).",
            fails ? "did not go in parallel" : "went in parallel, as far as chance allows",
            p));
  }

  /// Each of those that never start, as if it had started first. A single one scatters more than
  /// the mean of several, so the effect counts as so many times more.
  private Placebo inSpace(DidResult result) {
    int[] others = panel.controls();
    int start = panel.cohorts()[0];
    double limit = Math.abs(result.effect().value()) * Math.sqrt(panel.treated().length);
    int declared = 0;
    for (int one : others) {
      double rest =
          IntStream.of(others)
              .filter(i -> i != one)
              .mapToDouble(i -> moved(i, start))
              .average()
              .orElse(0);
      if (Math.abs(moved(one, start) - rest) >= limit) declared++;
    }
    return Placebo.ofOthers(others.length, declared);
  }

  private double moved(int unit, int start) {
    return panel.mean(unit, start, panel.periods()) - panel.mean(unit, 0, start);
  }

  private List<Alternative> alternatives(Reading.Scaled scaled) {
    var rows =
        new ArrayList<>(
            PanelAlternatives.of(
                units, cut -> estimate(cut).then(result -> Answer.found(result.effect())), scaled));
    if (!isStaggered()) rows.add(weighted(panel, scaled));
    rows.add(new SeriesModels(study, grid).ownPast(units.treated()));
    return rows;
  }

  /// By synthetic differences in differences.
  static Alternative weighted(Panel panel, Reading.Scaled scaled) {
    return new Alternative(
        "synthetic-differences",
        "compared with those who moved like it before",
        Sdid.analyse(panel, SdidOptions.DEFAULT)
            .then(result -> Answer.found(scaled.natural(result.effect()))));
  }

  private double inParallel(int unit, int period) {
    int start = panel.start(unit);
    return panel.mean(unit, 0, start)
        + IntStream.of(panel.controls())
            .mapToDouble(i -> panel.value(i, period) - panel.mean(i, 0, start))
            .average()
            .orElse(Double.NaN);
  }

  private double byGroup(int unit, int period) {
    return Did.groupTimes(panel).stream()
        .filter(cell -> cell.start() == panel.start(unit) && cell.period() == period)
        .mapToDouble(cell -> panel.value(unit, period) - cell.effect())
        .findFirst()
        .orElse(Double.NaN);
  }

  private String words() {
    return isStaggered()
        ? "Of each start, how much more those who started have moved since the period before than those who had not yet, averaged over those who started."
        : "How much more those with the change have moved from before to after than those without.";
  }

  private String comparedWith() {
    int others = units.controls().size();
    var word = study.position().measure().segments().orElse("place");
    if (study.beside().segments().isEmpty()) {
      return "%d other measures that it does not reach".formatted(others);
    }
    return isStaggered()
        ? "%ss not yet changed".formatted(word)
        : "%d %s%s not changed".formatted(others, word, others == 1 ? "" : "s");
  }
}
