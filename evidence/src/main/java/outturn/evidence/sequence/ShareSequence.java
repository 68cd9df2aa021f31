package outturn.evidence.sequence;

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

/// The share of counted answers so far, 0..1, with an interval that is safe to look at any time.
///
/// All shares that the [BetaBinomialMixture] does not refute: Howard and others, *Time-uniform,
/// Nonparametric, Nonasymptotic Confidence Sequences*, Annals of Statistics 49 (2021), 1055-1080.
/// Assumes independent answers; holds from the first answer on.
public final class ShareSequence {
  private static final double CLOSE = 1e-10;

  private ShareSequence() {}

  public static Answer<Finding> of(int counted, int answers, Tuning tuning) {
    Optional<Refusal> refusal = tuning.refusal().or(() -> refusal(counted, answers));
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    double share = counted / (double) answers;
    double lower = counted == 0 ? 0 : end(counted, answers, 0, tuning);
    double upper = counted == answers ? 1 : end(counted, answers, 1, tuning);
    Estimate estimate =
        new Estimate(
            share,
            Math.sqrt(share * (1 - share) / answers),
            new Interval(lower, upper, tuning.level()),
            OptionalDouble.empty());
    Grounds grounds =
        new Grounds(
            "beta-binomial-confidence-sequence",
            answers,
            List.of(),
            List.of(),
            OptionalLong.empty());
    return Answer.found(new Finding(estimate, grounds));
  }

  /// Where, between the share and an end of 0..1, the evidence passes the threshold; the end itself
  /// where it never does.
  private static double end(int counted, int answers, double end, Tuning tuning) {
    double inside = counted / (double) answers;
    double outside = end;
    if (inside == end) {
      return end;
    }
    while (Math.abs(outside - inside) > CLOSE) {
      double middle = (inside + outside) / 2;
      double evidence =
          BetaBinomialMixture.sharpestAt(middle, tuning).ofCounts(counted, answers - counted);
      if (evidence < -Math.log(tuning.alpha())) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return outside;
  }

  private static Optional<Refusal> refusal(int counted, int answers) {
    if (answers < 1) {
      return Optional.of(
          new Refusal(
              Reason.TOO_FEW,
              "A share needs at least one answer and there are %d; wait for answers."
                  .formatted(answers)));
    }
    return counted >= 0 && counted <= answers
        ? Optional.empty()
        : Tuning.refuse(
            "Of %d answers between none and all can be counted, not %d; correct the counts."
                .formatted(answers, counted));
  }
}
