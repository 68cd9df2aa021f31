package outturn.evidence.its.model;

import outturn.evidence.regression.SmallSample;

/// How the uncertainty of the coefficients is found where neighbours resemble each other.
public sealed interface Errors {
  /// AR(1) noise by restricted maximum likelihood: the default.
  ///
  /// @param replications of the parametric bootstrap for p-values and intervals; 0 for a t
  ///   distribution with n_eff degrees of freedom
  record RemlAr1(int replications) implements Errors {}

  /// As if all values were independent: for comparison only.
  record Ols() implements Errors {}

  /// Least squares with errors of Newey and West up to a lag: for comparison only.
  record NeweyWest(int lag, SmallSample correction) implements Errors {}

  /// For comparison only.
  record PraisWinsten() implements Errors {}

  /// REML with 999 replications.
  static Errors standard() {
    return new RemlAr1(999);
  }

  /// In the words of the field, as in JSON.
  default String word() {
    return switch (this) {
      case RemlAr1 _ -> "reml-ar1";
      case Ols _ -> "ols";
      case NeweyWest(int lag, SmallSample _) -> "newey-west:" + lag;
      case PraisWinsten _ -> "prais-winsten";
    };
  }
}
