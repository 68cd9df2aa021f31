package outturn.evidence.its.model;

import org.jspecify.annotations.Nullable;
import outturn.evidence.regression.Dispersion;
import outturn.evidence.series.Series;

/// What kind of number the measure is.
public sealed interface Response {
  /// Any number, with normal noise of one variance on the scale.
  record Amounts(Scale scale, Errors errors) implements Response {}

  /// Whole numbers of events, with log link.
  ///
  /// @param exposure what a period offers for events, such as kilometres driven; null where it is
  ///   the same in every period
  record Counts(Dispersion dispersion, @Nullable Series exposure) implements Response {}

  /// Amounts on their natural scale, with the default errors.
  static Response standard() {
    return new Amounts(Scale.NATURAL, Errors.standard());
  }

  /// Whether effects multiply.
  default boolean multiplies() {
    return switch (this) {
      case Amounts(Scale scale, Errors _) -> scale == Scale.LOG;
      case Counts _ -> true;
    };
  }

  /// The estimator in the words of the field, as in JSON.
  default String word() {
    return switch (this) {
      case Amounts(Scale _, Errors errors) -> errors.word();
      case Counts(Dispersion dispersion, var _) ->
          switch (dispersion) {
            case POISSON -> "poisson";
            case QUASI_POISSON -> "quasi-poisson";
          };
    };
  }
}
