package outturn.evidence.season;

/// How the season acts on the level.
public enum Model {
  /// A share of the level: December is 12 % above. For positive values only.
  MULTIPLICATIVE {
    @Override
    double compare(double value, double level) {
      return value / level;
    }

    @Override
    double remove(double value, double factor) {
      return value / factor;
    }
  },
  /// An amount: December is 170 above.
  ADDITIVE {
    @Override
    double compare(double value, double level) {
      return value - level;
    }

    @Override
    double remove(double value, double factor) {
      return value - factor;
    }
  };

  /// What the season did to a value of a known level.
  abstract double compare(double value, double level);

  /// The value without what the season did; of a factor with the mean factor: the normalised
  /// factor.
  abstract double remove(double value, double factor);
}
