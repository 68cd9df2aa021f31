package outturn.evidence.attainment;

/// How the readiness of people, process and technology, each 0..1, together let effects through:
/// the limits of an aggregator of constant elasticity of substitution with equal weights. In both,
/// one missing element stops all.
///
/// Arrow, Chenery, Minhas, Solow, *Capital-Labor Substitution and Economic Efficiency*, Review of
/// Economics and Statistics 43 (1961), 225-250. That plans behave like this is a choice of ours,
/// and is told with the forecast.
public enum ElementRule {
  /// The weakest element: nothing replaces it. The default.
  WEAKEST,
  /// The geometric mean: a strong element makes up for a weak one, in part.
  PRODUCT;

  double through(double people, double process, double technology) {
    return switch (this) {
      case WEAKEST -> Math.min(people, Math.min(process, technology));
      case PRODUCT -> StrictMath.cbrt(people * process * technology);
    };
  }
}
