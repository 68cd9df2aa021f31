package outturn.runtime.measure;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import outturn.definition.measure.Measure;
import outturn.outcome.amount.Units;

/// Checks the numbers of a row against what the measure's type asks for.
final class RowAmounts {
  private static final double HUNDRED = 100;

  private final Measure measure;
  private final String place;
  private final Consumer<String> problems;

  RowAmounts(Measure measure, String place, Consumer<String> problems) {
    this.measure = measure;
    this.place = place;
    this.problems = problems;
  }

  void check(Given given) {
    checkSegment(given.segment());
    finite("value", given.value());
    finite("numerator", given.numerator());
    finite("denominator", given.denominator());
    var isRatio = given.numerator().isPresent() || given.denominator().isPresent();
    if (isRatio) checkRatio(given);
    if (!isRatio && given.value().isEmpty()) {
      problem("value", "is missing; give a value%s".formatted(takesRatios() ? OR_RATIO : ""));
    }
    given.value().ifPresent(this::checkValue);
  }

  private static final String OR_RATIO = ", or numerator and denominator";

  private void checkSegment(String segment) {
    if (!segment.isEmpty() && measure.segments().isEmpty()) {
      problem(
          "segment",
          "is '%s', but the measure has no segments; leave it out, or add `segments:` to it"
              .formatted(segment));
    }
  }

  private void checkRatio(Given given) {
    if (!takesRatios()) {
      problem(
          "numerator",
          "is not for a measure of type %s; give a value"
              .formatted(measure.quantity().type().name().toLowerCase(java.util.Locale.ROOT)));
      return;
    }
    if (given.numerator().isEmpty()) problem("numerator", "is missing");
    if (given.denominator().isEmpty()) problem("denominator", "is missing");
    if (given.numerator().isEmpty() || given.denominator().isEmpty()) return;
    double numerator = given.numerator().getAsDouble();
    double denominator = given.denominator().getAsDouble();
    if (denominator < 0) problem("denominator", "is %s; expected 0 or more".formatted(denominator));
    if (isProportion() && !(numerator >= 0 && numerator <= denominator)) {
      problem(
          "numerator",
          "is %s of %s; a proportion's lies between 0 and the denominator"
              .formatted(numerator, denominator));
    }
  }

  private void checkValue(double value) {
    double most = Units.isPercent(measure.quantity()) ? HUNDRED : 1;
    if (isProportion() && !(value >= 0 && value <= most)) {
      problem("value", "is %s; a proportion lies between 0 and %.0f".formatted(value, most));
    }
    if (!isProportion() && value < 0 && isNeverNegative()) {
      problem("value", "is %s; expected 0 or more".formatted(value));
    }
  }

  private boolean isProportion() {
    return measure.quantity().type() == Measure.Type.PROPORTION;
  }

  private boolean takesRatios() {
    return switch (measure.quantity().type()) {
      case PROPORTION, RATE, MEAN -> true;
      case COUNT, DURATION, MONEY, SCORE, NPS -> false;
    };
  }

  private boolean isNeverNegative() {
    return switch (measure.quantity().type()) {
      case COUNT, DURATION -> true;
      case PROPORTION, RATE, MEAN, MONEY, SCORE, NPS -> false;
    };
  }

  private void finite(String column, OptionalDouble number) {
    if (number.isPresent() && !Double.isFinite(number.getAsDouble())) {
      problem(column, "is %s; expected a number".formatted(number.getAsDouble()));
    }
  }

  private void problem(String column, String text) {
    problems.accept("%s, column %s: %s".formatted(place, column, text));
  }
}
