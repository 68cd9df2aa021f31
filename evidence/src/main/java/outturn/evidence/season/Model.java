package outturn.evidence.season;

/// How the season acts on the level.
public enum Model {
  /// A share of the level: December is 12 % above. For positive values only.
  MULTIPLICATIVE {
    @Override
    public double compare(double value, double level) {
      return value / level;
    }

    @Override
    public double remove(double value, double factor) {
      return value / factor;
    }

    @Override
    public double restore(double value, double factor) {
      return value * factor;
    }
  },
  /// An amount: December is 170 above.
  ADDITIVE {
    @Override
    public double compare(double value, double level) {
      return value - level;
    }

    @Override
    public double remove(double value, double factor) {
      return value - factor;
    }

    @Override
    public double restore(double value, double factor) {
      return value + factor;
    }
  };

  /// What the season did to a value of a known level.
  public abstract double compare(double value, double level);

  /// The value without what the season did; of a factor with the mean factor: the normalised
  /// factor.
  public abstract double remove(double value, double factor);

  /// The value with what the season does: the inverse of [#remove].
  public abstract double restore(double value, double factor);
}
