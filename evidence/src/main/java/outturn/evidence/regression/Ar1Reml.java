package outturn.evidence.regression;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import outturn.evidence.series.Series;

/// Generalised least squares with AR(1) noise, its correlation by restricted maximum likelihood.
///
/// Patterson, Thompson, *Recovery of inter-block information when block sizes are unequal*,
/// Biometrika 58 (1971), 545-554; for interrupted time series Turner et al., BMC Medical Research
/// Methodology 21:181 (2021), who prefer it from 12 points up. The likelihood is profiled over -.95
/// to .95: a coarse grid, halved around its best point to steps of .01, and the vertex of the
/// parabola through the last three. What a correlation of the grid needs is kept, so that a fit of
/// the next y costs one pass over the rows.
///
/// Not for several threads.
public final class Ar1Reml {
  /// Largest correlation that is tried.
  public static final double BOUND = .95;

  private static final int HALF = 96;
  private static final int COARSE = 16;

  private final Design design;
  private final Ar1Products products;
  private final double[][][] sums;

  /// Per column of the basis what its sums of products with a y are made of.
  private final double[][][] rows;

  private final @Nullable Correlated[] grid = new @Nullable Correlated[2 * HALF + 1];

  public Ar1Reml(Design design) {
    this.design = design;
    this.products = new Ar1Products(design.times());
    double[][] basis = design.basis();
    this.sums = new double[basis.length][basis.length][];
    this.rows = new double[basis.length][][];
    for (int a = 0; a < basis.length; a++) {
      rows[a] = products.rows(basis[a]);
      for (int b = 0; b <= a; b++) {
        sums[a][b] = products.sums(basis[a], basis[b]);
      }
    }
  }

  Design design() {
    return design;
  }

  /// The fit with t of n_eff = max(4, (n - k)(1 - r)/(1 + r)) degrees of freedom, r not below 0.
  public Fit fit(double[] y) {
    double[] start = design.project(y);
    Ar1Fit found = search(design.residuals(y, start));
    double[] coordinates = found.coordinates();
    for (int j = 0; j < coordinates.length; j++) {
      coordinates[j] += start[j];
    }
    double r = found.r();
    double[] residuals = design.residuals(y, coordinates);
    double[] innovations = Ar1.whiten(residuals, design.times(), r);
    double scale = Math.sqrt(found.variance() * (1 - r * r));
    Noise noise = new Noise(Series.of(residuals), Series.of(innovations), r, scale);
    return new Fit(design, coordinates, found.covariance(), effective(r), noise);
  }

  /// What noise and coefficients could be, given y; correlations from 0 up, as neighbours that shun
  /// each other are taken as chance.
  ///
  /// @throws IllegalArgumentException with fewer than two rows more than coefficients
  public Ar1Posterior posterior(double[] y) {
    Trial trial = new Trial(design.residuals(y, design.project(y)));
    double[] likelihoods = new double[HALF + 1];
    Ar1Fit[] fits = new Ar1Fit[HALF + 1];
    for (int position = 0; position <= HALF; position++) {
      likelihoods[position] = trial.likelihood(position);
      fits[position] = trial.fit(at(position));
    }
    return new Ar1Posterior(design, fits, likelihoods);
  }

  /// The standard error of a linear function of the coefficients if the noise had variance 1 and
  /// this correlation, both known: the best that any estimator can do. Aitken, *On Least Squares
  /// and Linear Combination of Observations*, Proceedings of the Royal Society of Edinburgh 55
  /// (1935), 42-48.
  public double knownError(double[] contrast, double r) {
    double[][] factor = new Correlated(r, products, sums).factor();
    double[] white = Triangle.forward(factor, design.inBasis(contrast));
    return Math.sqrt(Triangle.dot(white, white));
  }

  private double effective(double r) {
    double positive = Math.max(r, 0);
    return Math.max(4, (design.rows() - design.size()) * (1 - positive) / (1 + positive));
  }

  /// The fit of a y that is near 0 or noise, without its digits lost in large levels.
  Ar1Fit search(double[] y) {
    Trial trial = new Trial(y);
    int best = -HALF;
    for (int at = -HALF; at <= HALF; at += COARSE) {
      best = trial.better(best, at);
    }
    for (int step = COARSE / 2; step > 0; step /= 2) {
      int middle = best;
      best = trial.better(best, Math.max(middle - step, -HALF));
      best = trial.better(best, Math.min(middle + step, HALF));
    }
    double vertex = trial.vertex(best);
    return trial.fit(
        vertex == 0 ? at(best) : new Correlated(correlation(best + vertex), products, sums));
  }

  private Correlated at(int position) {
    Correlated known = grid[position + HALF];
    if (known == null) {
      known = new Correlated(correlation(position), products, sums);
      grid[position + HALF] = known;
    }
    return known;
  }

  private static double correlation(double position) {
    return BOUND * position / HALF;
  }

  /// The likelihoods of one y along the grid.
  private final class Trial {
    private final double[][] crossed;
    private final double[] squares;
    private final double[] scratch = new double[design.size()];
    private final double[] likelihoods = new double[2 * HALF + 1];

    Trial(double[] y) {
      this.crossed = new double[rows[0].length][rows.length];
      for (int m = 0; m < crossed.length; m++) {
        for (int a = 0; a < rows.length; a++) {
          crossed[m][a] = Triangle.dot(rows[a][m], y);
        }
      }
      this.squares = products.sums(y, y);
      Arrays.fill(likelihoods, Double.NaN);
    }

    double likelihood(int position) {
      int index = position + HALF;
      if (Double.isNaN(likelihoods[index])) {
        Correlated tried = at(position);
        double rest = tried.rest(squares, crossed, scratch);
        likelihoods[index] = tried.likelihood(rest, design.rows() - design.size());
      }
      return likelihoods[index];
    }

    int better(int one, int other) {
      return likelihood(other) > likelihood(one) ? other : one;
    }

    /// Where between the neighbours the top lies, -1/2..1/2; 0 at the bounds.
    double vertex(int best) {
      if (Math.abs(best) == HALF) {
        return 0;
      }
      double before = likelihood(best - 1);
      double after = likelihood(best + 1);
      double bend = before - 2 * likelihood(best) + after;
      return bend < 0 ? Math.clamp(.5 * (before - after) / bend, -.5, .5) : 0;
    }

    Ar1Fit fit(Correlated under) {
      double[] projection = new double[scratch.length];
      double rest = under.rest(squares, crossed, projection);
      return new Ar1Fit(under, projection, rest / (design.rows() - design.size()));
    }
  }
}
