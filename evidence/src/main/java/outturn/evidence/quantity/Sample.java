package outturn.evidence.quantity;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;

/// Draws that an analysis or a simulation made of a quantity, such as those of a posterior
/// distribution; all count the same.
public final class Sample implements Quantity {
  private final double[] values;

  private Sample(double[] values) {
    this.values = values;
  }

  /// A copy of the draws, or the refusal of none or of one that is not a number.
  public static Answer<Sample> of(double... values) {
    if (values.length == 0) {
      return Answer.refused(
          Reason.TOO_FEW, "A sample needs at least one draw, and there is none; give the draws.");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        return Answer.refused(
            Reason.NOT_A_NUMBER,
            "Draw %d of the sample is %s; expected a number, so leave it out or run again."
                .formatted(i, values[i]));
      }
    }
    return Answer.found(new Sample(values.clone()));
  }

  public int size() {
    return values.length;
  }

  public double value(int index) {
    return values[index];
  }

  @Override
  public double mean() {
    return Arrays.stream(values).average().orElseThrow();
  }

  /// The draws in their order, from the start again when they are used up.
  @Override
  public double draw(int index, RandomGenerator random) {
    return values[index % values.length];
  }

  /// P10, P50 and P90 of the draws.
  public Spread spread() {
    return Spread.of(values);
  }

  /// The share of draws above a value, 0..1.
  public double shareAbove(double value) {
    return Arrays.stream(values).filter(draw -> draw > value).count() / (double) values.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sample sample && Arrays.equals(values, sample.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Sample of %d draws around %s".formatted(values.length, mean());
  }
}
