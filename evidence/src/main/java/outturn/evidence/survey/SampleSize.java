package outturn.evidence.survey;

import java.util.Optional;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;

/// How many answers a survey needs.
public final class SampleSize {
  private SampleSize() {}

  /// The number of answers that give a share to within a margin, whatever the share is.
  ///
  /// Cochran, *Sampling Techniques* (1977), 4.4, at the worst share of one half. Counts answers,
  /// not invitations.
  ///
  /// @param margin half the width of the interval, in 0..0.5
  public static Answer<Integer> forMargin(double margin, Population population, double level) {
    Optional<Refusal> refusal = Inputs.level(level).or(() -> population.refusal(1));
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    if (!(margin > 0 && margin < .5)) {
      return Answer.refused(
          Reason.OUT_OF_RANGE,
          "A margin lies between 0 and 0.5, not at %s; give .05 for 5 points.".formatted(margin));
    }
    double z = Inputs.normal(level);
    double large = z * z / (4 * margin * margin);
    return Answer.found((int) Math.ceil(population.sufficient(large)));
  }
}
