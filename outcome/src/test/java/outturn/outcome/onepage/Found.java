package outturn.outcome.onepage;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Analysis.Design;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Interval;
import outturn.evidence.series.Series;
import outturn.outcome.grade.Doubt;
import outturn.outcome.grade.Grade;
import outturn.outcome.grade.Level;
import outturn.outcome.grade.Support;
import outturn.outcome.impact.Alternative;
import outturn.outcome.impact.Course;
import outturn.outcome.impact.ImpactFinding;
import outturn.outcome.impact.Kind;
import outturn.outcome.impact.Placebo;
import outturn.outcome.impact.Worth;
import outturn.outcome.register.Registration.Badge;
import outturn.outcome.words.Impact;
import outturn.outcome.words.ImpactSentences;
import outturn.outcome.words.Titles;

/// A finding of wanted size and grade.
///
/// @param low bound of the 95 % interval, whose middle is the best estimate
/// @param other an estimate by another method
record Found(
    Measure measure,
    Change change,
    double low,
    double high,
    Grade grade,
    Optional<Estimate> other,
    Worth worth) {
  private static final int PERIODS = 60;
  private static final int START = 40;

  static Found of(Measure measure, Change change, double low, double high, Level level) {
    return new Found(
        measure,
        change,
        low,
        high,
        new Grade(level, Set.of(), Set.of()),
        Optional.empty(),
        new Worth(
            Optional.empty(),
            Optional.empty(),
            "",
            0,
            "The outcome says nothing about what a unit is worth."));
  }

  Found doubting(Doubt... doubts) {
    var all = EnumSet.noneOf(Doubt.class);
    all.addAll(List.of(doubts));
    return with(new Grade(grade.level(), all, Set.of()));
  }

  Found supported() {
    return with(new Grade(grade.level(), Set.of(), Set.of(Support.DOSE_RESPONSE)));
  }

  private Found with(Grade other) {
    return new Found(measure, change, low, high, other, this.other, worth);
  }

  Found withOther(double least, double most) {
    return new Found(measure, change, low, high, grade, Optional.of(estimate(least, most)), worth);
  }

  Found worth(Worth amount) {
    return new Found(measure, change, low, high, grade, other, amount);
  }

  private static Estimate estimate(double least, double most) {
    return new Estimate(
        (least + most) / 2,
        Math.abs(most - least) / 4,
        new Interval(least, most, .95),
        OptionalDouble.empty());
  }

  ImpactFinding finding() {
    var average = estimate(low, high);
    var impact =
        new Impact(measure, Titles.inside(change.title()), average, OptionalDouble.of(80), "");
    return new ImpactFinding(
        Kind.FINAL,
        new ImpactFinding.Scope(
            measure.name(),
            change,
            Design.INTERRUPTED_TIME_SERIES,
            new ImpactFinding.Counts(START, PERIODS - START, 0, 2, PERIODS - START),
            LocalDate.of(2027, 4, 15),
            Optional.of(LocalDate.of(2027, 4, 15)),
            course().periods().getLast()),
        new ImpactFinding.Effect(
            average,
            80,
            "reml-ar1",
            "A line through the before, continued, with errors that last."),
        checks(),
        course(),
        new ImpactFinding.Verdict(
            grade, ImpactSentences.of(impact, grade), Optional.empty(), worth),
        new ImpactFinding.Provenance(7, Badge.EXPLORATORY, measure.name() + "\n", "ab".repeat(32)));
  }

  private ImpactFinding.Checks checks() {
    boolean fails = grade.doubts().contains(Doubt.PLACEBO_FAILED);
    var inTime =
        fails
            ? new Placebo(Placebo.State.FAILED, 12, 4, "At 4 of 12 other dates it finds an effect.")
            : new Placebo(Placebo.State.PASSED, 12, 0, "At 12 other dates it finds no effect.");
    var rival =
        new Change("fees", "the new fees", LocalDate.of(2026, 5, 1), Change.Type.POLICY, List.of());
    return new ImpactFinding.Checks(
        inTime,
        new Placebo(Placebo.State.NOT_TESTABLE, 0, 0, "There are no others."),
        other.stream()
            .map(each ->
                new Alternative("with-slope", "with a slope that may change", Answer.found(each)))
            .toList(),
        .97,
        grade.doubts().contains(Doubt.RIVAL_EVENT) ? List.of(rival) : List.of(),
        List.of(),
        List.of());
  }

  private Course course() {
    var first = LocalDate.of(2022, 6, 1);
    var periods = IntStream.range(0, PERIODS).mapToObj(first::plusMonths).toList();
    double effect = (low + high) / 2;
    return new Course(
        periods,
        START,
        series(0, i -> i == 17 || i == 45 ? Double.NaN : base(i) + (i < START ? 0 : effect)),
        series(START, i -> 71 + .1 * i),
        series(START, i -> 69 + .1 * i),
        series(START, i -> 73 + .1 * i));
  }

  private static double base(int i) {
    return 71 + .1 * i + 1.4 * Math.sin(2.1 * i);
  }

  private static Series series(int from, IntToDoubleFunction value) {
    return Series.of(
        IntStream.range(0, PERIODS)
            .mapToDouble(i -> i < from ? Double.NaN : value.applyAsDouble(i))
            .toArray());
  }
}
