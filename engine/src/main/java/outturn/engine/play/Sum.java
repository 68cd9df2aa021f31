package outturn.engine.play;

import java.util.List;
import outturn.engine.duration.Sampler;

/// The distribution of the sum of some lengths that have nothing to do with each other, by
/// convolution on an even grid; that of one length is as its sampler has it.
public final class Sum {
  private static final int CELLS = 256;
  private static final double FAR = 0.999;
  private static final double SHORT_OF_ONE = 1e-9;

  private final List<Sampler> lengths;
  private final double elapsed;
  private final double width;

  // Of each edge between cells, the share of sums below it.
  private final double[] below;

  /// @param lengths at least one
  /// @param elapsed of the first, in milliseconds; 0 when it has not begun
  public Sum(List<Sampler> lengths, double elapsed) {
    this.lengths = List.copyOf(lengths);
    this.elapsed = elapsed;
    double reach = lengths.getFirst().remaining(elapsed, FAR);
    for (var length : lengths.subList(1, lengths.size())) reach += length.draw(FAR);
    this.width = Math.max(1, reach) / CELLS;
    var sum = cells(0);
    for (int at = 1; at < lengths.size(); at++) sum = convolved(sum, cells(at));
    this.below = below(sum);
  }

  /// The share of each cell of the grid.
  private double[] cells(int at) {
    var shares = new double[CELLS];
    double before = within(at, 0);
    for (int cell = 0; cell < CELLS; cell++) {
      double until = within(at, (cell + 1) * width);
      shares[cell] = until - before;
      before = until;
    }
    return shares;
  }

  private double within(int at, double millis) {
    var length = lengths.get(at);
    return at == 0 ? length.leftWithin(elapsed, millis) : length.within(millis);
  }

  private static double[] convolved(double[] one, double[] other) {
    var sum = new double[CELLS];
    for (int first = 0; first < CELLS; first++) {
      double share = one[first];
      if (share == 0) continue;
      int fit = CELLS - first;
      for (int second = 0; second < fit; second++) sum[first + second] += share * other[second];
    }
    return sum;
  }

  private static double[] below(double[] cells) {
    var below = new double[CELLS + 1];
    for (int cell = 0; cell < CELLS; cell++) below[cell + 1] = below[cell] + cells[cell];
    return below;
  }

  /// The share of sums that are at most so many milliseconds.
  public double within(double millis) {
    if (lengths.size() == 1) return millis < 0 ? 0 : within(0, millis);
    // A sum of n cells lies around the middle of them, half a cell for each.
    double place = millis / width - (lengths.size() - 1) / 2.0;
    if (place <= 0) return 0;
    if (place >= CELLS) return below[CELLS];
    int cell = (int) place;
    return below[cell] + (below[cell + 1] - below[cell]) * (place - cell);
  }

  /// The milliseconds below which a share stays.
  public double quantile(double share) {
    double low = 0;
    double high = 2 * CELLS * width;
    while (within(high) < share - SHORT_OF_ONE && high < Long.MAX_VALUE / 4.0) high *= 2;
    for (int halving = 0; halving < 60; halving++) {
      double middle = (low + high) / 2;
      if (within(middle) < share) low = middle;
      else high = middle;
    }
    return high;
  }
}
