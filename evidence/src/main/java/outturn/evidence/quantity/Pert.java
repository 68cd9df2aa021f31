package outturn.evidence.quantity;

import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hipparchus.distribution.continuous.BetaDistribution;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;

/// A three-point estimate, lowest, most likely and highest, as a Beta-PERT distribution.
///
/// Malcolm, Roseboom, Clark, Fazar, *Application of a Technique for Research and Development
/// Program Evaluation*, Operations Research 7 (1959), 646-669; drawn as in Vose, *Risk Analysis*
/// (2008). Where the three are one value, it is a constant.
public final class Pert implements Quantity {
  private static final double SHAPE = 4;

  private final double low;
  private final double mode;
  private final double high;

  private Pert(double low, double mode, double high) {
    this.low = low;
    this.mode = mode;
    this.high = high;
  }

  /// The distribution, or the refusal of values that are not in ascending order.
  public static Answer<Pert> of(double low, double mode, double high) {
    if (!Double.isFinite(low) || !Double.isFinite(mode) || !Double.isFinite(high)) {
      return Answer.refused(
          Reason.NOT_A_NUMBER,
          "A three-point estimate needs three numbers, not %s; give lowest, most likely and highest."
              .formatted(text(low, mode, high)));
    }
    if (!(low <= mode && mode <= high)) {
      return Answer.refused(
          Reason.OUT_OF_RANGE,
          "The most likely value lies between the lowest and the highest, but the estimate is %s; put them in order."
              .formatted(text(low, mode, high)));
    }
    return Answer.found(new Pert(low, mode, high));
  }

  /// A value that is known.
  ///
  /// @throws IllegalArgumentException if it is not a finite number
  public static Pert constant(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a constant of " + value + "; expected a number");
    }
    return new Pert(value, value, value);
  }

  public double low() {
    return low;
  }

  public double mode() {
    return mode;
  }

  public double high() {
    return high;
  }

  public boolean isConstant() {
    return low == high;
  }

  /// Malcolm and others (1959): the mode counts four times.
  @Override
  public double mean() {
    return (low + SHAPE * mode + high) / (SHAPE + 2);
  }

  /// Of the Beta distribution that is drawn from; 0 of a constant.
  public double standardDeviation() {
    double sum = SHAPE + 2;
    return (high - low) * Math.sqrt(alpha() * beta() / (sum * sum * (sum + 1)));
  }

  /// A sixth of the range, the rule of thumb of Malcolm and others (1959); not the standard
  /// deviation of the distribution.
  public double classicDeviation() {
    return (high - low) / 6;
  }

  /// The chance, 0..1, of a value up to this one.
  public double cumulative(double value) {
    if (isConstant()) {
      return value < low ? 0 : 1;
    }
    double share = Math.clamp((value - low) / (high - low), 0.0, 1.0);
    return new BetaDistribution(alpha(), beta()).cumulativeProbability(share);
  }

  /// The value that a chance of `share` stays at or below.
  ///
  /// @param share in 0..1
  public double quantile(double share) {
    if (isConstant()) {
      return low;
    }
    double unit = new BetaDistribution(alpha(), beta()).inverseCumulativeProbability(share);
    return low + (high - low) * unit;
  }

  /// A Beta number as the share of one Gamma number in two.
  @Override
  public double draw(int index, RandomGenerator random) {
    if (isConstant()) {
      return low;
    }
    double first = Gamma.draw(alpha(), random);
    double second = Gamma.draw(beta(), random);
    return low + (high - low) * first / (first + second);
  }

  private double alpha() {
    return isConstant() ? 1 : 1 + SHAPE * (mode - low) / (high - low);
  }

  private double beta() {
    return SHAPE + 2 - alpha();
  }

  private static String text(double low, double mode, double high) {
    return String.format(Locale.ROOT, "%s, %s, %s", low, mode, high);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pert pert && low == pert.low && mode == pert.mode && high == pert.high;
  }

  @Override
  public int hashCode() {
    return Objects.hash(low, mode, high);
  }

  @Override
  public String toString() {
    return "Pert[" + text(low, mode, high) + "]";
  }
}
