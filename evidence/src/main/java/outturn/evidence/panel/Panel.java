package outturn.evidence.panel;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import outturn.evidence.estimate.Answer;

/// A balanced panel: every unit has a value in every period, and some are treated from a period on
/// that is theirs and never cease to be.
///
/// Units keep the order in which they were first observed. Periods are indexed from 0.
public final class Panel {
  /// The start of a unit that is not treated within the data.
  public static final int NEVER = Integer.MAX_VALUE;

  private final List<String> units;
  private final int firstPeriod;
  private final List<String> labels;
  private final double[][] values;
  private final int[] starts;

  Panel(List<String> units, int firstPeriod, List<String> labels, double[][] values, int[] starts) {
    this.units = List.copyOf(units);
    this.firstPeriod = firstPeriod;
    this.labels = List.copyOf(labels);
    this.values = values;
    this.starts = starts;
  }

  /// @param starts first period with treatment of each treated unit, numbered as the observations;
  ///   a unit that is not in it is never treated
  public static Answer<Panel> of(List<Observation> observations, Map<String, Integer> starts) {
    return new PanelReader(observations, starts).panel();
  }

  public List<String> units() {
    return units;
  }

  /// Number of periods.
  public int periods() {
    return values[0].length;
  }

  /// The number that a period has in the observations.
  public int number(int period) {
    return firstPeriod + period;
  }

  /// The same with names of its periods, such as `2026-Q1`, one for each.
  public Panel withLabels(List<String> names) {
    if (names.size() != periods()) {
      throw new IllegalArgumentException(
          "%d names for %d periods; expected as many".formatted(names.size(), periods()));
    }
    return new Panel(units, firstPeriod, names, values, starts);
  }

  /// What people call a period: its name, or its number in the observations where it has none.
  public String label(int period) {
    return labels.isEmpty() ? Integer.toString(number(period)) : labels.get(period);
  }

  public double value(int unit, int period) {
    return values[unit][period];
  }

  /// The first period with treatment of a unit, or [#NEVER].
  public int start(int unit) {
    return starts[unit];
  }

  /// The units that are treated at some time.
  public int[] treated() {
    return IntStream.range(0, starts.length).filter(unit -> starts[unit] != NEVER).toArray();
  }

  /// The units that are never treated.
  public int[] controls() {
    return IntStream.range(0, starts.length).filter(unit -> starts[unit] == NEVER).toArray();
  }

  /// The periods in which units begin to be treated, in order.
  public int[] cohorts() {
    return IntStream.of(starts).filter(start -> start != NEVER).distinct().sorted().toArray();
  }

  /// Mean of a unit over the periods `from` to `to`, exclusive.
  public double mean(int unit, int from, int to) {
    double sum = 0;
    for (int period = from; period < to; period++) {
      sum += values[unit][period];
    }
    return sum / (to - from);
  }
}
