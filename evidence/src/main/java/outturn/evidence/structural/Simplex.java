package outturn.evidence.structural;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/// The lowest point of a function of a few variables, without derivatives. Nelder, Mead, *A Simplex
/// Method for Function Minimization*, Computer Journal 7 (1965), 308-313.
public final class Simplex {
  private static final int MOST_ROUNDS = 400;
  private static final double SETTLED = 1e-10;

  private final ToDoubleFunction<double[]> function;
  private final double settled;
  private final Corner[] corners;

  private static final class Corner {
    private final double height;
    private final double[] at;

    Corner(double height, double[] at) {
      this.height = height;
      this.at = at;
    }
  }

  private Simplex(
      ToDoubleFunction<double[]> function, double[] start, double size, double settled) {
    this.function = function;
    this.settled = settled;
    this.corners = new Corner[start.length + 1];
    corners[0] = corner(start);
    for (int i = 0; i < start.length; i++) {
      double[] at = start.clone();
      at[i] += size;
      corners[i + 1] = corner(at);
    }
  }

  /// @param start where it begins, one number per variable
  /// @param size of the first steps
  public static double[] lowest(ToDoubleFunction<double[]> function, double[] start, double size) {
    return lowest(function, start, size, SETTLED);
  }

  /// @param settled the search ends when the corners differ by this share of the lowest
  public static double[] lowest(
      ToDoubleFunction<double[]> function, double[] start, double size, double settled) {
    Simplex simplex = new Simplex(function, start, size, settled);
    for (int round = 0; round < MOST_ROUNDS && !simplex.isSettled(); round++) {
      simplex.step();
    }
    return simplex.corners[0].at;
  }

  private Corner corner(double[] at) {
    return new Corner(function.applyAsDouble(at), at);
  }

  private boolean isSettled() {
    Arrays.sort(corners, Comparator.comparingDouble(corner -> corner.height));
    double range = corners[corners.length - 1].height - corners[0].height;
    return range <= settled * (Math.abs(corners[0].height) + SETTLED);
  }

  private void step() {
    int last = corners.length - 1;
    Corner worst = corners[last];
    double[] centre = centre();
    Corner mirrored = along(centre, worst, -1);
    if (mirrored.height < corners[0].height) {
      Corner farther = along(centre, worst, -2);
      corners[last] = farther.height < mirrored.height ? farther : mirrored;
    } else if (mirrored.height < corners[last - 1].height) {
      corners[last] = mirrored;
    } else {
      Corner nearer = along(centre, worst, mirrored.height < worst.height ? -.5 : .5);
      if (nearer.height < Math.min(worst.height, mirrored.height)) {
        corners[last] = nearer;
      } else {
        shrink();
      }
    }
  }

  private void shrink() {
    for (int i = 1; i < corners.length; i++) {
      corners[i] = along(corners[0].at, corners[i], .5);
    }
  }

  /// The centre of all corners but the worst.
  private double[] centre() {
    double[] centre = new double[corners.length - 1];
    for (int i = 0; i < centre.length; i++) {
      for (int j = 0; j < centre.length; j++) {
        centre[j] += corners[i].at[j] / centre.length;
      }
    }
    return centre;
  }

  private Corner along(double[] from, Corner to, double share) {
    double[] at = from.clone();
    for (int j = 0; j < at.length; j++) {
      at[j] += share * (to.at[j] - from[j]);
    }
    return corner(at);
  }
}
