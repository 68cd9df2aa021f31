package outturn.evidence.survey;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Finding;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Interval;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;

/// A share of answers, in 0..1, with the score interval, which stays inside for few answers.
///
/// Wilson, *Probable Inference, the Law of Succession, and Statistical Inference*, JASA 22 (1927),
/// 209-212. Assumes a simple random sample of independent answers.
public final class Wilson {
  private Wilson() {}

  /// @param counted answers that are counted, such as 4 and 5 of 1..5
  /// @param answers all valid answers
  /// @param level such as .95
  public static Answer<Finding> of(int counted, int answers, Population population, double level) {
    Optional<Refusal> refusal =
        Inputs.share(counted, answers)
            .or(() -> population.refusal(answers))
            .or(() -> Inputs.level(level));
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    double share = counted / (double) answers;
    double equivalent = population.equivalent(answers);
    Grounds grounds = new Grounds("wilson", answers, List.of(), List.of(), OptionalLong.empty());
    return Answer.found(new Finding(estimate(share, equivalent, level), grounds));
  }

  /// A share of weighted answers or draws.
  ///
  /// @param share in 0..1
  /// @param effective number of equally weighted answers that tell as much, above 0
  public static Answer<Estimate> weighted(double share, double effective, double level) {
    if (!(share >= 0 && share <= 1)) {
      return Answer.refused(
          Reason.OUT_OF_RANGE,
          "A share lies in 0..1, not at %s; divide the counted weight by all weight."
              .formatted(share));
    }
    if (!(effective > 0)) {
      return Answer.refused(
          Reason.TOO_FEW,
          "A share needs an effective number of answers above 0, not %s; check the weights."
              .formatted(effective));
    }
    Optional<Refusal> refusal = Inputs.level(level);
    return refusal.isPresent()
        ? new Answer.Refused<>(refusal.get())
        : Answer.found(estimate(share, effective, level));
  }

  /// The standard error is the plain one, sqrt(p (1 - p) / n), which is 0 at both ends; the
  /// interval is not.
  private static Estimate estimate(double share, double n, double level) {
    return new Estimate(
        share,
        Math.sqrt(share * (1 - share) / n),
        interval(share, n, level),
        OptionalDouble.empty());
  }

  static Interval interval(double share, double n, double level) {
    if (Double.isInfinite(n)) {
      return new Interval(share, share, level);
    }
    double z = Inputs.normal(level);
    double scale = 1 + z * z / n;
    double centre = (share + z * z / (2 * n)) / scale;
    double reach = z / scale * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    // Exactly 0 and 1 at the ends, where rounding leaves a trace.
    double lower = share == 0 ? 0 : Math.max(0, centre - reach);
    double upper = share == 1 ? 1 : Math.min(1, centre + reach);
    return new Interval(lower, upper, level);
  }
}
