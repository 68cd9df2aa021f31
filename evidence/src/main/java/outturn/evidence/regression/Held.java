package outturn.evidence.regression;

/// A model of which one linear function of the coefficients is held at a value.
final class Held {
  private final double[] inBasis;
  private final Ar1Reml rest;

  /// The y by which the function grows by 1.
  private final double[] unit;

  Held(Ar1Reml model, double[] contrast) {
    Design design = model.design();
    this.inBasis = design.inBasis(contrast);
    this.rest = new Ar1Reml(design.without(contrast));
    this.unit = new double[design.rows()];
    double squares = Triangle.dot(inBasis, inBasis);
    for (int j = 0; j < inBasis.length; j++) {
      for (int i = 0; i < unit.length; i++) {
        unit[i] += design.basis()[j][i] * inBasis[j] / squares;
      }
    }
  }

  /// The function in coordinates of the basis of the free model.
  double[] inBasis() {
    return inBasis;
  }

  /// The correlation of the noise of y when the function is held at a value.
  double correlation(double[] y, double value) {
    double[] left = y.clone();
    for (int i = 0; i < left.length; i++) {
      left[i] -= value * unit[i];
    }
    return rest.fit(left).noise().autocorrelation();
  }
}
