package outturn.evidence.its.model;

import java.util.Optional;
import java.util.OptionalDouble;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Interval;
import outturn.evidence.estimate.Reason;
import outturn.evidence.regression.Ar1Bootstrap;
import outturn.evidence.regression.Ar1Reml;
import outturn.evidence.regression.Design;
import outturn.evidence.regression.Dispersion;
import outturn.evidence.regression.Fit;
import outturn.evidence.regression.LeastSquares;
import outturn.evidence.regression.PoissonRegression;
import outturn.evidence.regression.PraisWinsten;
import outturn.evidence.regression.SmallSample;

/// A fitted model that tells estimates of linear functions of its coefficients.
public sealed interface Inference {
  Fit fit();

  Interval interval(double[] contrast, double level);

  /// The interval of a linear function that is no effect, such as a level.
  Interval band(double[] contrast, double level);

  /// Probability of a value as far from 0 where the true one is 0.
  double p(double[] contrast);

  /// Whether p is at most alpha.
  boolean declares(double[] contrast, double alpha);

  default Estimate estimate(double[] contrast, double level) {
    return new Estimate(
        fit().value(contrast),
        fit().standardError(contrast),
        interval(contrast, level),
        OptionalDouble.of(p(contrast)));
  }

  /// From the t or normal distribution.
  record ByTable(Fit fit) implements Inference {
    @Override
    public Interval interval(double[] contrast, double level) {
      return fit.interval(contrast, level);
    }

    @Override
    public Interval band(double[] contrast, double level) {
      return fit.interval(contrast, level);
    }

    @Override
    public double p(double[] contrast) {
      return fit.p(contrast);
    }

    @Override
    public boolean declares(double[] contrast, double alpha) {
      return p(contrast) <= alpha;
    }
  }

  record ByBootstrap(Ar1Bootstrap bootstrap) implements Inference {
    @Override
    public Fit fit() {
      return bootstrap.fit();
    }

    @Override
    public Interval interval(double[] contrast, double level) {
      return bootstrap.interval(contrast, level);
    }

    @Override
    public Interval band(double[] contrast, double level) {
      return bootstrap.band(contrast, level);
    }

    @Override
    public double p(double[] contrast) {
      return bootstrap.p(contrast);
    }

    @Override
    public boolean declares(double[] contrast, double alpha) {
      return bootstrap.declares(contrast, alpha);
    }
  }

  /// Fits the terms as the model says.
  static Answer<Inference> of(Terms terms) {
    Design design = terms.design();
    return switch (terms.model().response()) {
      case Response.Amounts(Scale _, Errors errors) ->
          Answer.found(of(design, terms.response(), errors, terms.model().reading().seed()));
      case Response.Counts(Dispersion dispersion, var _) -> {
        Optional<Fit> fit =
            PoissonRegression.fit(design, terms.response(), terms.offsets(), dispersion);
        yield fit.isPresent()
            ? Answer.found(new ByTable(fit.get()))
            : Answer.refused(
                Reason.NO_CONVERGENCE,
                "Expected counts on both sides of the intervention, found a regression that does"
                    + " not settle, as when all counts before or after are 0;"
                    + " use longer periods or fewer regressors.");
      }
    };
  }

  /// Fits amounts y of a design.
  static Inference of(Design design, double[] y, Errors errors, long seed) {
    return switch (errors) {
      case Errors.RemlAr1(int replications) ->
          replications == 0
              ? new ByTable(new Ar1Reml(design).fit(y))
              : new ByBootstrap(new Ar1Bootstrap(new Ar1Reml(design), y, replications, seed));
      case Errors.Ols _ -> new ByTable(LeastSquares.fit(design, y));
      case Errors.NeweyWest(int lag, SmallSample correction) ->
          new ByTable(LeastSquares.neweyWest(design, y, lag, correction));
      case Errors.PraisWinsten _ -> new ByTable(PraisWinsten.fit(design, y));
    };
  }
}
