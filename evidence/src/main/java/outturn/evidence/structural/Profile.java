package outturn.evidence.structural;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.regression.Design;
import outturn.evidence.regression.Fit;
import outturn.evidence.regression.LeastSquares;

/// The likelihood of given ratios of variances, at the best coefficients and scale.
final class Profile {
  private final Observations observations;
  private final Variances ratios;
  private final Filter filter;
  private final Design design;
  private final @Nullable Fit fit;
  private final double scale;

  Profile(Observations observations, Variances ratios) {
    this.observations = observations;
    this.ratios = ratios;
    this.filter = new Filter(observations, ratios);
    double[] y = filter.surprises(0);
    this.design =
        Design.of(
            IntStream.range(1, observations.series())
                .mapToObj(filter::surprises)
                .toArray(double[][]::new),
            IntStream.range(0, y.length).toArray());
    boolean regressed = design.size() > 0 && design.dependentColumn().isEmpty();
    this.fit = regressed ? LeastSquares.fit(design, y) : null;
    double[] rest = fit == null ? y : fit.noise().residuals().toArray();
    this.scale =
        IntStream.range(0, rest.length).mapToDouble(i -> rest[i] * rest[i]).average().orElse(0);
  }

  /// With the normalising constant, of the observations that do not settle diffuse states.
  double logLikelihood() {
    int n = filter.counted();
    return -.5 * (n * (Math.log(2 * Math.PI * scale) + 1) + filter.logVariances());
  }

  Likelihood likelihood() {
    int settling = observations.structure().states();
    double rest = -.5 * (settling * Math.log(2 * Math.PI) + filter.logDiffuse());
    return new Likelihood(logLikelihood() + rest, logLikelihood());
  }

  Variances variances() {
    return new Variances(scale * ratios.noise(), scale * ratios.level(), scale * ratios.season());
  }

  double coefficient(int regressor) {
    return regression().value(unit(regressor));
  }

  /// By maximum likelihood, so without a loss of degrees of freedom.
  double standardError(int regressor) {
    double n = filter.counted();
    return regression().standardError(unit(regressor)) * Math.sqrt((n - design.size()) / n);
  }

  Forecast next() {
    double mean = filter.expected(0);
    for (int j = 0; j < design.size(); j++) {
      mean -= coefficient(j) * filter.expected(j + 1);
    }
    return new Forecast(mean, Math.sqrt(scale * filter.nextVariance()));
  }

  /// What the filter cannot tell apart, or finds without noise.
  Optional<Refusal> refusal(double smallest) {
    OptionalInt dependent = dependent(smallest);
    if (dependent.isPresent()) {
      return Optional.of(
          new Refusal(
              Reason.COLLINEAR,
              "Expected regressors that differ from level and season, found that %s does not; leave"
                      .formatted(
                          observations.structure().regressors().get(dependent.getAsInt()).name())
                  + " it out."));
    }
    double size = observations.length(0);
    return scale * filter.counted() > smallest * smallest * smallest * size * size
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Reason.CONSTANT,
                "Expected values that vary about the model, found that it fits exactly; without noise"
                    + " there is nothing to judge by."));
  }

  private OptionalInt dependent(double smallest) {
    for (int series = 1; series < observations.series(); series++) {
      double left = 0;
      for (double surprise : filter.surprises(series)) {
        left += surprise * surprise;
      }
      if (Math.sqrt(left) <= smallest * observations.length(series)) {
        return OptionalInt.of(series - 1);
      }
    }
    return design.dependentColumn();
  }

  private Fit regression() {
    if (fit == null) {
      throw new IllegalStateException("no regressors, or dependent ones");
    }
    return fit;
  }

  private double[] unit(int regressor) {
    double[] contrast = new double[design.size()];
    contrast[regressor] = 1;
    return contrast;
  }
}
