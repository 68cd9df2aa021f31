package outturn.evidence.synthetic;

/// How the weights of donors are found.
public enum Search {
  /// The weights that fit best.
  EXACT,
  /// Steps of Frank and Wolfe that stop early, as R's synthdid takes them: for comparison with it.
  FRANK_WOLFE;

  double[] weights(Fit fit) {
    return switch (this) {
      case EXACT -> new NearestPoint(fit).weights();
      case FRANK_WOLFE -> new FrankWolfe(fit).weights();
    };
  }

  /// As in JSON.
  String word() {
    return switch (this) {
      case EXACT -> "synthetic-control";
      case FRANK_WOLFE -> "synthetic-control-frank-wolfe";
    };
  }
}
