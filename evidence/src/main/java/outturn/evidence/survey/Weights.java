package outturn.evidence.survey;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How many people of the population each respondent stands for.
public final class Weights {
  private final String method;
  private final double[] values;
  private final int trimmed;
  private final Margin cells;
  private final boolean hasExactCells;

  private Weights(Builder builder) {
    this.method = builder.method;
    this.values = builder.values;
    this.trimmed = builder.trimmed;
    this.cells = builder.cells;
    this.hasExactCells = builder.hasExactCells;
  }

  /// Weights that meet the totals of these cells as long as none is trimmed.
  static Weights ofCells(Margin cells, double[] values) {
    Builder builder = new Builder("poststratified", values, cells);
    builder.trim();
    builder.hasExactCells = builder.trimmed == 0;
    return new Weights(builder);
  }

  static Weights raked(Margin first, double[] values) {
    Builder builder = new Builder("raked", values, first);
    builder.trim();
    return new Weights(builder);
  }

  public int size() {
    return values.length;
  }

  public double value(int index) {
    return values[index];
  }

  /// As in JSON: `poststratified` or `raked`.
  public String method() {
    return method;
  }

  /// How many weights were cut to 0.3 or 3 times their mean.
  public int trimmed() {
    return trimmed;
  }

  /// The number of equally weighted answers that tell as much: (sum w)^2 / sum w^2.
  ///
  /// Kish, *Survey Sampling* (1965), 11.7.
  public double effectiveSize() {
    double sum = sum();
    return sum * sum / Arrays.stream(values).map(weight -> weight * weight).sum();
  }

  double sum() {
    return Arrays.stream(values).sum();
  }

  /// The cells whose totals the weights meet, for the standard error of a poststratified mean.
  Optional<List<String>> exactCells() {
    return hasExactCells ? Optional.of(cells.categories()) : Optional.empty();
  }

  private static final class Builder {
    /// Weights beyond these multiples of the mean gain little and cost much precision.
    private static final double LEAST = .3;

    private static final double MOST = 3;

    private final String method;
    private final double[] values;
    private final Margin cells;
    private int trimmed;
    private boolean hasExactCells;

    Builder(String method, double[] values, Margin cells) {
      this.method = method;
      this.values = values.clone();
      this.cells = cells;
    }

    /// Cuts once, then scales all weights so that they sum to the population again.
    void trim() {
      double sum = Arrays.stream(values).sum();
      double mean = sum / values.length;
      for (int i = 0; i < values.length; i++) {
        double cut = Math.clamp(values[i], LEAST * mean, MOST * mean);
        trimmed += cut == values[i] ? 0 : 1;
        values[i] = cut;
      }
      double scale = sum / Arrays.stream(values).sum();
      for (int i = 0; i < values.length && trimmed > 0; i++) {
        values[i] *= scale;
      }
    }
  }
}
