package outturn.definition.measure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import outturn.definition.measure.Measure.Quantity;
import outturn.definition.measure.Measure.Rhythm;
import outturn.definition.measure.Measure.Source;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;

/// Reads `quality:` of a measure.
final class QualityReader {
  private static final Key<Double> COMPLETENESS =
      Key.optional("completeness", Forms.percent(), "Of the periods, so many have a value.");
  private static final Key<Duration> LATENESS =
      Key.optional("lateness", Forms.duration(), "A value comes this long after it is due.");
  private static final Key<List<Double>> RANGE =
      Key.optional("range", Groups.list(Forms.number()), "The least and the greatest value.");
  private static final Key<Double> JUMP =
      Key.optional(
          "jump", Forms.number(), "Median absolute deviations from the median of those before.");
  private static final Key<Double> MINIMUM =
      Key.optional("minimum", Forms.number(), "The least denominator.");
  private static final Key<Duration> FRESHNESS =
      Key.optional("freshness", Forms.duration(), "The latest period ended this long ago.");
  private static final Shape SHAPE =
      new Shape("quality", COMPLETENESS, LATENESS, RANGE, JUMP, MINIMUM, FRESHNESS);
  static final Key<Values> QUALITY =
      Key.optional("quality", SHAPE.form(), "What a value must be like to count.");

  private final Problems problems;

  QualityReader(Problems problems) {
    this.problems = problems;
  }

  /// @param source the values of a survey have their number of answers as denominator
  Quality read(Values values, Quantity quantity, Rhythm rhythm, Optional<Source> source) {
    boolean isOfSurvey = source.filter(each -> each instanceof Source.OfSurvey).isPresent();
    if (isOfSurvey) checkPositive(values);
    else checkMinimum(values, quantity);
    checkFreshness(values, rhythm);
    if (values.find(JUMP).filter(jump -> jump <= 0).isPresent()) {
      problem(values, JUMP, "not-positive", "expected more than 0 deviations", "6 is usual");
    }
    return new Quality(
        values.find(COMPLETENESS),
        values.find(LATENESS),
        range(values),
        values.find(JUMP),
        values.find(MINIMUM),
        values.find(FRESHNESS));
  }

  private Optional<Quality.Range> range(Values values) {
    if (!values.has(RANGE)) return Optional.empty();
    var limits = values.list(RANGE);
    if (limits.size() == 2 && limits.getFirst() <= limits.getLast()) {
      return Optional.of(new Quality.Range(limits.getFirst(), limits.getLast()));
    }
    problem(
        values,
        RANGE,
        "not-in-order",
        "expected two limits, the lower one first",
        "write range: [0, 100]");
    return Optional.empty();
  }

  private void checkMinimum(Values values, Quantity quantity) {
    if (values.find(MINIMUM).isEmpty()) return;
    switch (quantity.type()) {
      case PROPORTION, RATE, MEAN -> checkPositive(values);
      case COUNT, DURATION, MONEY, SCORE, NPS ->
          problem(
              values,
              MINIMUM,
              "no-denominator",
              "only values of type proportion, rate and mean, and those of surveys, have a denominator",
              "leave it out");
    }
  }

  private void checkPositive(Values values) {
    if (values.find(MINIMUM).filter(least -> least <= 0).isEmpty()) return;
    problem(values, MINIMUM, "not-positive", "expected a denominator of more than 0", "");
  }

  /// Between two values nobody can be fresher than the cadence and the lag allow.
  private void checkFreshness(Values values, Rhythm rhythm) {
    var least = rhythm.cadence().longest().plus(rhythm.lag());
    if (values.find(FRESHNESS).filter(each -> each.compareTo(least) < 0).isEmpty()) return;
    problem(
        values,
        FRESHNESS,
        "too-short",
        "expected at least %dd: before the next value is due the latest period ended so long ago"
            .formatted(least.plusDays(1).minusNanos(1).toDays()),
        "");
  }

  private void problem(Values values, Key<?> key, String code, String text, String hint) {
    problems.add(values.position(key), code, text, hint);
  }
}
