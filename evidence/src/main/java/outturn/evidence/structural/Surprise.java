package outturn.evidence.structural;

/// How an observation differs from what is expected, and what that does to the states.
final class Surprise {
  private final double[] gain;
  private final double variance;
  private final Kind kind;

  enum Kind {
    FINITE,
    /// The observation settles a diffuse state.
    DIFFUSE
  }

  /// @param gain by which the difference moves the states
  /// @param variance of the difference; its diffuse part while the observation settles a state
  Surprise(double[] gain, double variance, Kind kind) {
    this.gain = gain;
    this.variance = variance;
    this.kind = kind;
  }

  double variance() {
    return variance;
  }

  boolean isDiffuse() {
    return kind == Kind.DIFFUSE;
  }

  void move(double[] states, double difference) {
    for (int i = 0; i < states.length; i++) {
      states[i] += gain[i] * difference;
    }
  }
}
