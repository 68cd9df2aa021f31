package outturn.evidence.weights;

/// How weights are found.
public enum Search {
  /// The weights that fit best.
  EXACT,
  /// Steps of Frank and Wolfe that stop early, as R's synthdid takes them.
  FRANK_WOLFE;

  /// A weight for each part, 0..1, of sum 1.
  public double[] weights(Fit fit) {
    return switch (this) {
      case EXACT -> new NearestPoint(fit).weights();
      case FRANK_WOLFE -> new FrankWolfe(fit).weights();
    };
  }
}
