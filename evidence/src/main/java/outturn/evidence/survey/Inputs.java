package outturn.evidence.survey;

import java.util.Optional;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;

/// What all estimators of surveys ask of their input, and the critical values that they share.
final class Inputs {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  private Inputs() {}

  /// The two-sided critical value of the normal distribution: 1.96 for .95.
  static double normal(double level) {
    return NORMAL.inverseCumulativeProbability((1 + level) / 2);
  }

  /// The two-sided critical value of Student's t.
  static double student(double level, double degrees) {
    return new TDistribution(degrees).inverseCumulativeProbability((1 + level) / 2);
  }

  static Optional<Refusal> level(double level) {
    return level > 0 && level < 1
        ? Optional.empty()
        : refuse(
            Reason.OUT_OF_RANGE,
            "A level lies between 0 and 1, not at %s; give .95 for 95 %%.".formatted(level));
  }

  static Optional<Refusal> share(int counted, int answers) {
    if (answers < 1) {
      return refuse(
          Reason.TOO_FEW,
          "A share needs at least one answer and there are %d; wait for answers."
              .formatted(answers));
    }
    if (counted < 0 || counted > answers) {
      return refuse(
          Reason.OUT_OF_RANGE,
          "Of %d answers between none and all can be counted, not %d; correct the counts."
              .formatted(answers, counted));
    }
    return Optional.empty();
  }

  static Optional<Refusal> refuse(Reason reason, String text) {
    return Optional.of(new Refusal(reason, text));
  }
}
