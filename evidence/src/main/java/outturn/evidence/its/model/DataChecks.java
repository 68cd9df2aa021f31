package outturn.evidence.its.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.regression.LeastSquares;
import outturn.evidence.series.Series;

/// What must hold of the values that a model uses.
final class DataChecks {
  /// Values without a coefficient of their own: fewer leave nothing to judge noise by.
  private static final int LEAST_FREE = 6;

  /// Squares of larger numbers, or of their quotients, leave the range of numbers.
  private static final double LARGEST = 1e100;

  /// Below this share of the sum of squares residuals are rounding.
  private static final double ROUNDING = 1e-26;

  private final Terms terms;

  private DataChecks(Terms terms) {
    this.terms = terms;
  }

  /// The first thing that is wrong; later checks need the earlier ones.
  static Optional<Refusal> refusal(Terms terms) {
    DataChecks checks = new DataChecks(terms);
    return checks
        .exposure()
        .or(checks::range)
        .or(checks::few)
        .or(checks::constant)
        .or(checks::collinear)
        .or(checks::exact);
  }

  private static Optional<Refusal> refused(Reason reason, String text) {
    return Optional.of(new Refusal(reason, text));
  }

  private Optional<Refusal> few() {
    int after = terms.usedAfter().length;
    int before = terms.used().length - after;
    if (before < ItsModel.LEAST_BEFORE) {
      return refused(
          Reason.TOO_FEW,
          ("Expected at least %d values before the intervention, found %d; show a control chart with"
                  + " phases instead.")
              .formatted(ItsModel.LEAST_BEFORE, before));
    }
    if (after < ItsModel.LEAST_AFTER) {
      return refused(
          Reason.TOO_FEW,
          "Expected at least %d values after the intervention, found %d; wait for more periods."
              .formatted(ItsModel.LEAST_AFTER, after));
    }
    int free = before + after - terms.size();
    return free >= LEAST_FREE
        ? Optional.empty()
        : refused(
            Reason.TOO_FEW,
            ("Expected at least %d values more than the %d coefficients, found %d values; use fewer"
                    + " regressors.")
                .formatted(LEAST_FREE, terms.size(), before + after));
  }

  private Optional<Refusal> constant() {
    return used().distinct().limit(2).count() > 1
        ? Optional.empty()
        : refused(
            Reason.CONSTANT,
            ("Expected values that vary, found %s in every period; a measure that never changes shows"
                    + " no effect.")
                .formatted(used().findFirst().orElse(Double.NaN)));
  }

  private DoubleStream used() {
    return IntStream.of(terms.used()).mapToDouble(terms.values()::value);
  }

  private Optional<Refusal> range() {
    return switch (terms.model().response()) {
      case Response.Amounts(Scale scale, Errors _) -> {
        Optional<Refusal> large =
            wrong(terms.values(), v -> Math.abs(v) <= LARGEST, "values up to 1e100", "other units");
        yield scale == Scale.NATURAL
            ? large
            : large.or(
                () -> wrong(terms.values(), v -> v > 0, "positive values", "the natural scale"));
      }
      case Response.Counts _ ->
          wrong(
              terms.values(),
              v -> v >= 0 && v <= 1e12 && v == Math.rint(v),
              "whole counts from 0 to 1e12",
              "amounts");
    };
  }

  private Optional<Refusal> exposure() {
    return switch (terms.model().response()) {
      case Response.Amounts _ -> Optional.empty();
      case Response.Counts(var _, @Nullable Series exposure) ->
          exposure == null
              ? Optional.empty()
              : wrong(
                  exposure,
                  v -> v > 0 && v <= LARGEST,
                  "a positive exposure",
                  "a missing value where nothing was exposed");
    };
  }

  /// The first valid value of which something does not hold.
  private static Optional<Refusal> wrong(
      Series values, DoublePredicate right, String expected, String instead) {
    return IntStream.range(0, values.size())
        .filter(i -> !values.isMissing(i) && !right.test(values.value(i)))
        .boxed()
        .findFirst()
        .flatMap(i ->
            refused(
                Reason.OUT_OF_RANGE,
                "Expected %s, found %s in period %d; use %s."
                    .formatted(expected, values.value(i), i + 1, instead)));
  }

  private Optional<Refusal> collinear() {
    OptionalInt dependent = terms.design().dependentColumn();
    return dependent.isEmpty()
        ? Optional.empty()
        : refused(
            Reason.COLLINEAR,
            ("Expected regressors that differ, found that the %s is made of those before it; leave it"
                    + " out.")
                .formatted(terms.name(dependent.getAsInt())));
  }

  private Optional<Refusal> exact() {
    double[] y = terms.response();
    Series residuals = LeastSquares.fit(terms.design(), y).noise().residuals();
    double rest = residuals.valid().map(value -> value * value).sum();
    double all = DoubleStream.of(y).map(value -> value * value).sum();
    return rest > ROUNDING * all
        ? Optional.empty()
        : refused(
            Reason.CONSTANT,
            ("Expected values that vary about the model, found that it fits all %d exactly; without"
                    + " noise there is nothing to judge an effect by.")
                .formatted(y.length));
  }
}
