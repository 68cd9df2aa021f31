package outturn.evidence.changepoint;

/// What a further change must gain, in squares of the noise.
public enum Penalty {
  /// 2 s² ln n, right where values are independent of the ones before.
  INDEPENDENT {
    @Override
    double factor(double r) {
      return 1;
    }
  },
  /// The same times (1 + r)/(1 - r)², for values that resemble the ones before.
  ///
  /// The sum of n values of AR(1) noise has the variance n v (1 + r)/(1 - r), and s², which comes
  /// from differences, is v (1 - r): Box, Jenkins, *Time Series Analysis* (1970), 3.2.3.
  AUTOCORRELATED {
    @Override
    double factor(double r) {
      return (1 + r) / ((1 - r) * (1 - r));
    }
  };

  /// @param r correlation of neighbours, at least 0
  abstract double factor(double r);
}
