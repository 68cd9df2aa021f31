package outturn.cli.evidence.reference;

import java.util.Map;
import outturn.evidence.sequence.BetaBinomialMixture;
import outturn.evidence.sequence.Moments;
import outturn.evidence.sequence.NormalMixture;
import outturn.evidence.sequence.Welch;

/// Boundaries of confidence sequences, and the fixed interval beside them.
final class SequenceValues {
  private static final double ALPHA = .05;
  private static final double VARIANCE = 100;

  private SequenceValues() {}

  static Map<String, Double> confseq() {
    var normal = NormalMixture.tuned(VARIANCE, ALPHA).result().orElseThrow();
    var beta = BetaBinomialMixture.tuned(.2, VARIANCE, ALPHA).result().orElseThrow();
    return Map.of(
        "two_sided.best_rho_v100_a05", normal.rho(),
        "two_sided.logMG_s10_v100", normal.logMartingale(10, VARIANCE),
        "two_sided.bound_v100", normal.bound(VARIANCE, ALPHA),
        "beta_binomial_g.2_h.8.bound_v100", beta.bound(VARIANCE, ALPHA));
  }

  static Map<String, Double> growthbook() {
    var control = new Moments(.41, 3.9, 3407);
    var treated = new Moments(.70, 6.2, 3461);
    var found = Welch.difference(treated, control, 1 - ALPHA).result().orElseThrow().estimate();
    return Map.of(
        "welch.diff", found.value(),
        "welch.ci_lo", found.interval().lower(),
        "welch.ci_hi", found.interval().upper(),
        "welch.p", found.p().orElseThrow());
  }
}
