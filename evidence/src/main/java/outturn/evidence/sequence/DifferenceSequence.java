package outturn.evidence.sequence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Finding;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;

/// The difference of two means so far, with an interval that is safe to look at any time.
///
/// The asymptotic confidence sequence of Waudby-Smith and others, Annals of Statistics 52 (2024),
/// 2613-2640, section 3: the values of both groups count as one stream of observations. Assumes
/// independent values, and groups that grow in a steady proportion.
public final class DifferenceSequence {
  private DifferenceSequence() {}

  /// The mean of the first less that of the second.
  ///
  /// @param tuning by the number of values of both groups together
  public static Answer<Finding> of(Moments first, Moments second, Tuning tuning) {
    Optional<Refusal> refusal =
        tuning
            .refusal()
            .or(() -> first.refusal(Asymptotic.LEAST))
            .or(() -> second.refusal(Asymptotic.LEAST));
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    int count = first.count() + second.count();
    double deviation = Math.sqrt(count * (first.variance() + second.variance()));
    if (!(deviation > 0)) {
      return Answer.refused(
          Reason.CONSTANT,
          "Neither group varies, so there is no noise to hold their difference against; check the values.");
    }
    Grounds grounds =
        new Grounds(
            "asymptotic-confidence-sequence-difference",
            count,
            List.of(),
            List.of(),
            OptionalLong.empty());
    double difference = first.mean() - second.mean();
    return Answer.found(
        new Finding(Asymptotic.estimate(difference, deviation, count, tuning), grounds));
  }
}
