package outturn.evidence.synthetic;

import java.util.Optional;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.panel.Panel;

/// Says what a treatment changed in one unit, by a weighted mean of others that went like it
/// before.
///
/// Abadie, Diamond, Hainmueller, *Synthetic control methods for comparative case studies*, Journal
/// of the American Statistical Association 105 (2010), 493-505, with the outcomes before as only
/// predictors. Assumes that donors were not touched and that the weights would have gone on to fit.
/// p is the place of the treated unit among its placebos, each donor taken for the treated one with
/// the other donors as its own; it is exact if any unit could have been the treated one. The
/// standard error is the root of the mean squared effect of the placebos that fit at most 20 times
/// worse.
public final class Synthetic {
  static final int LEAST_DONORS = 3;
  static final int LEAST_BEFORE = 4;
  private static final int MOST_DONORS = 1000;
  private static final int MOST_RIDGE = 100;

  private Synthetic() {}

  /// @param panel with one treated unit; all others are donors
  public static Answer<SyntheticResult> analyse(Panel panel, SyntheticOptions options) {
    Optional<Refusal> refusal = panel(panel).or(() -> options(options));
    return refusal.isPresent()
        ? new Answer.Refused<>(refusal.get())
        : new SyntheticReader(panel, options).result();
  }

  private static Optional<Refusal> panel(Panel panel) {
    if (panel.treated().length > 1) {
      return no(
          Reason.OUT_OF_RANGE,
          "Expected 1 treated unit, found %d; analyse each alone, or take synthetic differences in differences."
              .formatted(panel.treated().length));
    }
    int donors = panel.controls().length;
    if (donors < LEAST_DONORS) {
      return no(
          Reason.TOO_FEW,
          "Expected at least %d donors, found %d; add untreated units."
              .formatted(LEAST_DONORS, donors));
    }
    if (donors > MOST_DONORS) {
      return no(
          Reason.OUT_OF_RANGE,
          "Expected at most %d donors, found %d; keep those that are like the treated unit."
              .formatted(MOST_DONORS, donors));
    }
    if (panel.cohorts()[0] < LEAST_BEFORE) {
      return no(
          Reason.TOO_FEW,
          "Expected at least %d periods before the start, found %d; begin earlier."
              .formatted(LEAST_BEFORE, panel.cohorts()[0]));
    }
    return Optional.empty();
  }

  private static Optional<Refusal> options(SyntheticOptions options) {
    if (!(options.ridge() >= 0 && options.ridge() <= MOST_RIDGE)) {
      return no(
          Reason.OUT_OF_RANGE,
          "Expected a ridge of 0 to %d times the noise of the donors, found %s; 1e-6 is usual."
              .formatted(MOST_RIDGE, options.ridge()));
    }
    return options.level() > 0 && options.level() < 1
        ? Optional.empty()
        : no(
            Reason.OUT_OF_RANGE,
            "Expected a level between 0 and 1, found %s; 0.95 is usual."
                .formatted(options.level()));
  }

  private static Optional<Refusal> no(Reason reason, String text) {
    return Optional.of(new Refusal(reason, text));
  }
}
