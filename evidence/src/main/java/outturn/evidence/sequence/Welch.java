package outturn.evidence.sequence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.hipparchus.distribution.continuous.TDistribution;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Finding;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Interval;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;

/// The difference of two means at one fixed date, in the unit of the measure.
///
/// Welch, *The Generalization of 'Student's' Problem when Several Different Population Variances
/// Are Involved*, Biometrika 34 (1947), 28-35. Assumes independent values, and that it is read
/// once, on the date that was fixed before; for daily reading there is [DifferenceSequence].
public final class Welch {
  private Welch() {}

  /// The mean of the first less that of the second.
  public static Answer<Finding> difference(Moments first, Moments second, double level) {
    Optional<Refusal> refusal =
        first.refusal(2).or(() -> second.refusal(2)).or(() -> new Tuning(1, level).refusal());
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    double variance = first.variance() + second.variance();
    if (!(variance > 0)) {
      return Answer.refused(
          Reason.CONSTANT,
          "Neither group varies, so there is no noise to hold their difference of %s against; check the values."
              .formatted(first.mean() - second.mean()));
    }
    Assumption once =
        new Assumption(
            "read-once",
            Assumption.State.NOT_TESTABLE,
            "The interval holds for one reading on the date that was fixed before.");
    Grounds grounds =
        new Grounds(
            "welch-t",
            first.count() + second.count(),
            List.of(once),
            List.of(),
            OptionalLong.empty());
    return Answer.found(new Finding(estimate(first, second, level), grounds));
  }

  private static Estimate estimate(Moments first, Moments second, double level) {
    double variance = first.variance() + second.variance();
    double error = Math.sqrt(variance);
    double degrees = variance * variance / (share(first) + share(second));
    TDistribution student = new TDistribution(degrees);
    double difference = first.mean() - second.mean();
    double reach = student.inverseCumulativeProbability((1 + level) / 2) * error;
    double p = 2 * student.cumulativeProbability(-Math.abs(difference) / error);
    Interval interval = new Interval(difference - reach, difference + reach, level);
    return new Estimate(difference, error, interval, OptionalDouble.of(p));
  }

  /// A group's part of the degrees of freedom. Satterthwaite, *An Approximate Distribution of
  /// Estimates of Variance Components*, Biometrics Bulletin 2 (1946), 110-114.
  private static double share(Moments group) {
    return group.variance() * group.variance() / (group.count() - 1);
  }
}
