package outturn.outcome.grade;

import java.util.Optional;

/// A reason to trust an estimate less than its design; each costs one step.
public enum Doubt {
  PLACEBO_FAILED("the method also finds effects where none happened"),
  FEWER_THAN_PLANNED("there are fewer values than planned"),
  POOR_DATA("too many values are missing or failed a check of quality"),
  RIVAL_EVENT("something else happened at about the same time"),
  NOT_REGISTERED("the analysis was not fixed before the data came in"),
  METHODS_DISAGREE("other methods find an effect of the other sign");

  private static final double GOOD_ENOUGH = .95;
  private static final int NEAR = 2;

  private final String text;

  Doubt(String text) {
    this.text = text;
  }

  /// As it stands in a sentence.
  public String text() {
    return text;
  }

  public static Optional<Doubt> ofSize(int values, int planned) {
    return values < planned ? Optional.of(FEWER_THAN_PLANNED) : Optional.empty();
  }

  /// @param share of the values that are there and passed all checks, 0..1
  public static Optional<Doubt> ofQuality(double share) {
    return share >= GOOD_ENOUGH ? Optional.empty() : Optional.of(POOR_DATA);
  }

  /// @param periods from the intervention to another event, before or after it
  public static Optional<Doubt> ofRival(int periods) {
    return Math.abs(periods) <= NEAR ? Optional.of(RIVAL_EVENT) : Optional.empty();
  }

  /// @param first an estimate of the effect, as `second` is one by another method; 0 has no sign
  public static Optional<Doubt> ofMethods(double first, double second) {
    return first * second < 0 ? Optional.of(METHODS_DISAGREE) : Optional.empty();
  }
}
