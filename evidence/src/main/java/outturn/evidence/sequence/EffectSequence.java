package outturn.evidence.sequence;

import java.util.OptionalDouble;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Interval;

/// The interval of an estimated effect that is safe to look at any time.
///
/// Estimates from growing data move like a sum of independent steps when time is counted in
/// information, one over the squared standard error: Jennison, Turnbull, *Group-Sequential Analysis
/// Incorporating Covariate Information*, JASA 92 (1997), 1330-1341. So the bound of a
/// [NormalMixture] holds for their product with the information. Standard errors count as many
/// times more as Student's t is wider than the normal distribution, since they are estimated too.
/// Roughly valid in short series.
public final class EffectSequence {
  private EffectSequence() {}

  /// @param fixed as it is for a single look
  /// @param freedom degrees of freedom of its standard error
  /// @param growth how many times more information there will be where the interval is to be
  ///   sharpest for its level
  public static Estimate of(Estimate fixed, double freedom, double growth) {
    double level = fixed.interval().level();
    double tail = (1 + level) / 2;
    double wider =
        new TDistribution(freedom).inverseCumulativeProbability(tail)
            / new NormalDistribution().inverseCumulativeProbability(tail);
    double error = wider * fixed.standardError();
    double information = 1 / (error * error);
    double rho = growth * information / new Tuning(1, level).scale();
    NormalMixture mixture = new NormalMixture(rho);
    double reach = mixture.bound(information, 1 - level) / information;
    double evidence = mixture.logMartingale(fixed.value() * information, information);
    return new Estimate(
        fixed.value(),
        fixed.standardError(),
        new Interval(fixed.value() - reach, fixed.value() + reach, level),
        OptionalDouble.of(Math.min(1, Math.exp(-evidence))));
  }
}
