package outturn.evidence.its.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outturn.evidence.regression.Design;
import outturn.evidence.series.Series;

/// The regressors of a model over all periods, and the periods that are used.
///
/// Wagner, Soumerai, Zhang, Ross-Degnan, *Segmented regression analysis of interrupted time series
/// studies*, Journal of Clinical Pharmacy and Therapeutics 27 (2002), 299-309; the slope after is
/// counted from the last period before, so that the step is the one there.
public final class Terms {
  private final Series values;
  private final ItsModel model;
  private final List<String> names = new ArrayList<>();
  private final List<double[]> columns = new ArrayList<>();
  private final int step;
  private final int[] used;
  private final Design design;

  Terms(Series values, ItsModel model) {
    this.values = values;
    this.model = model;
    Intervention intervention = model.intervention();
    add("intercept", _ -> 1);
    if (model.shape().hasTrend()) {
      add("trend", i -> i + 1);
    }
    this.step = names.size();
    add("step", i -> isAfter(i) ? 1 : 0);
    if (model.shape().hasSlope()) {
      add("slope", i -> isAfter(i) ? i - intervention.at() + 1 : 0);
    }
    addHarmonics(model.harmonics());
    for (Control control : model.controls()) {
      add("control " + control.name(), control.values()::value);
    }
    this.used = IntStream.range(0, values.size()).filter(this::isUsed).toArray();
    this.design = Design.of(columns.stream().map(this::ofUsed).toArray(double[][]::new), used);
  }

  private double[] ofUsed(double[] column) {
    return IntStream.of(used).mapToDouble(i -> column[i]).toArray();
  }

  private void add(String name, IntToDoubleFunction column) {
    names.add(name);
    columns.add(IntStream.range(0, values.size()).mapToDouble(column).toArray());
  }

  private void addHarmonics(Harmonics harmonics) {
    for (int k = 1; k <= harmonics.pairs(); k++) {
      double waves = 2 * Math.PI * k / harmonics.cycle();
      if (2 * k < harmonics.cycle()) {
        add("sine " + k, i -> Math.sin(waves * (i + 1)));
      }
      add("cosine " + k, i -> Math.cos(waves * (i + 1)));
    }
  }

  private boolean isUsed(int period) {
    boolean transition = period >= model.intervention().at() && !isAfter(period);
    return !transition && !values.isMissing(period) && isKnown(period);
  }

  /// Whether all regressors, and the exposure, have a value.
  public boolean isKnown(int period) {
    return columns.stream().noneMatch(column -> Double.isNaN(column[period]))
        && Double.isFinite(offset(period));
  }

  /// Whether a period is behind the transition.
  public boolean isAfter(int period) {
    return period >= model.intervention().after();
  }

  public ItsModel model() {
    return model;
  }

  public Series values() {
    return values;
  }

  /// The periods with all values, in order.
  public int[] used() {
    return used.clone();
  }

  public int[] usedAfter() {
    return IntStream.of(used).filter(this::isAfter).toArray();
  }

  public int size() {
    return names.size();
  }

  String name(int column) {
    return names.get(column);
  }

  public Design design() {
    return design;
  }

  /// The used values on the scale of the model.
  double[] response() {
    return IntStream.of(used).mapToDouble(i -> onScale(values.value(i))).toArray();
  }

  private double onScale(double value) {
    return switch (model.response()) {
      case Response.Amounts(Scale scale, Errors _) -> scale == Scale.LOG ? Math.log(value) : value;
      case Response.Counts _ -> value;
    };
  }

  double[] offsets() {
    return IntStream.of(used).mapToDouble(this::offset).toArray();
  }

  /// Logarithm of the exposure of a period.
  public double offset(int period) {
    return switch (model.response()) {
      case Response.Amounts _ -> 0;
      case Response.Counts(var _, @Nullable Series exposure) ->
          exposure == null ? 0 : Math.log(exposure.value(period));
    };
  }

  /// The regressors of a period.
  public double[] row(int period) {
    return columns.stream().mapToDouble(column -> column[period]).toArray();
  }

  /// The regressors of a period had there been no intervention.
  public double[] rowWithout(int period) {
    double[] row = row(period);
    row[step] = 0;
    if (model.shape().hasSlope()) {
      row[step + 1] = 0;
    }
    return row;
  }

  public double[] stepContrast() {
    return unit(step);
  }

  public double[] slopeContrast() {
    return unit(step + 1);
  }

  /// The mean effect over the used periods after, on the scale of the model.
  public double[] averageContrast() {
    double[] contrast = unit(step);
    if (model.shape().hasSlope()) {
      double[] slope = columns.get(step + 1);
      contrast[step + 1] = IntStream.of(usedAfter()).mapToDouble(i -> slope[i]).average().orElse(0);
    }
    return contrast;
  }

  private double[] unit(int column) {
    double[] contrast = new double[names.size()];
    contrast[column] = 1;
    return contrast;
  }
}
