package outturn.evidence.money;

import java.util.Locale;
import java.util.random.RandomGenerator;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.quantity.Sample;

/// What forecasts of benefits and costs leave out, taken off before anything is promised.
///
/// Flyvbjerg, *From Nobel Prize to Project Management: Getting Risks Right*, Project Management
/// Journal 37 (2006), 5-15: reference class forecasting; HM Treasury, *The Green Book*,
/// supplementary guidance on optimism bias.
public sealed interface OptimismBias {
  /// Fewest finished outcomes that replace a stated figure.
  int LEAST = 8;

  /// A figure by decision.
  ///
  /// @param benefitCut share that is taken off benefits, 0..1
  /// @param costUplift share that is added to costs, 0 or more
  record Stated(double benefitCut, double costUplift) implements OptimismBias {}

  /// How own finished outcomes turned out.
  ///
  /// @param realised what came about, as a multiple of what was forecast, one per outcome
  record ReferenceClass(Sample realised, double costUplift) implements OptimismBias {}

  /// Nothing is taken off; for comparison only.
  static OptimismBias none() {
    return new Stated(0, 0);
  }

  static Answer<OptimismBias> stated(double benefitCut, double costUplift) {
    if (!(benefitCut >= 0 && benefitCut <= 1)) {
      return Answer.refused(
          Reason.OUT_OF_RANGE,
          "The cut of benefits lies in 0..1, not at %s; give .2 for 20 %%.".formatted(benefitCut));
    }
    return isUplift(costUplift)
        ? Answer.found(new Stated(benefitCut, costUplift))
        : uplift(costUplift);
  }

  static Answer<OptimismBias> ofReferenceClass(Sample realised, double costUplift) {
    if (realised.size() < LEAST) {
      return Answer.refused(
          Reason.TOO_FEW,
          "A reference class needs %d finished outcomes and has %d; state a cut of benefits until then."
              .formatted(LEAST, realised.size()));
    }
    return isUplift(costUplift)
        ? Answer.found(new ReferenceClass(realised, costUplift))
        : uplift(costUplift);
  }

  double costUplift();

  /// The factor of all benefits in one draw.
  default double benefits(RandomGenerator random) {
    return switch (this) {
      case Stated stated -> 1 - stated.benefitCut();
      case ReferenceClass own -> own.realised().value(random.nextInt(own.realised().size()));
    };
  }

  private static boolean isUplift(double uplift) {
    return uplift >= 0 && uplift < Double.POSITIVE_INFINITY;
  }

  private static Answer<OptimismBias> uplift(double uplift) {
    return Answer.refused(
        Reason.OUT_OF_RANGE,
        String.format(
            Locale.ROOT,
            "The uplift of costs is 0 or more, not %s; give .5 for half again.",
            uplift));
  }
}
