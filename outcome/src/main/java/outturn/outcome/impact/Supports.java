package outturn.outcome.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.DoubleStream;
import outturn.evidence.its.model.Errors;
import outturn.evidence.its.model.Fitted;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.regression.Ar1Reml;
import outturn.evidence.regression.Design;
import outturn.evidence.series.Series;
import outturn.outcome.confirm.Adopted;
import outturn.outcome.grade.Support;

/// What makes an effect more believable than its design.
final class Supports {
  private static final double ALPHA = .05;
  private static final int LEAST_PLACES = 2;

  /// Fewer periods of adoption tell nothing of a slope.
  private static final int LEAST_PERIODS = 8;

  private static final Errors BY_TABLE = new Errors.RemlAr1(0);

  private final Study study;
  private final Grid grid;
  private final Reading reading;

  Supports(Study study, Grid grid, Reading reading) {
    this.study = study;
    this.grid = grid;
    this.reading = reading;
  }

  Set<Support> all() {
    var supports = EnumSet.noneOf(Support.class);
    if (isReplicated()) supports.add(Support.REPLICATED);
    if (growsWithAdoption()) supports.add(Support.DOSE_RESPONSE);
    return supports;
  }

  /// Whether two segments or more that started at different times show it, each against its own
  /// past.
  private boolean isReplicated() {
    var starts = new HashSet<Integer>();
    int found = 0;
    for (var each : Units.starts(study, grid).entrySet()) {
      var values = study.beside().segments().get(each.getKey());
      if (values == null || !isFound(grid.align(values), each.getValue())) continue;
      found++;
      starts.add(each.getValue());
    }
    return found >= LEAST_PLACES && starts.size() >= LEAST_PLACES;
  }

  private boolean isFound(Series values, int start) {
    var models = new SeriesModels(study, grid);
    var model =
        models.model(values, BY_TABLE).with(models.harmonics(start)).with(Intervention.at(start));
    return Fitted.of(values, model)
        .result()
        .filter(Fitted::declaresAnEffect)
        .filter(fitted -> sign(fitted) == Math.signum(reading.effect().onScale().value()))
        .isPresent();
  }

  private static double sign(Fitted fitted) {
    return Math.signum(fitted.inference().fit().value(fitted.terms().averageContrast()));
  }

  /// Whether what was observed less what was expected follows adoption in the way of the effect: a
  /// regression with noise that resembles its neighbours, two-sided at 5 %.
  private boolean growsWithAdoption() {
    return study.outcome().levers().stream()
        .filter(each -> each.lever().moves().equals(study.position().measure().name()))
        .flatMap(each -> each.lever().spread().adoption().stream())
        .flatMap(adoption -> adoption.actual().stream())
        .distinct()
        .flatMap(name -> Optional.ofNullable(study.beside().adopted().get(name)).stream())
        .anyMatch(this::growsWith);
  }

  private boolean growsWith(Adopted adopted) {
    var shares = new ArrayList<Double>();
    var gaps = new ArrayList<Double>();
    var times = new ArrayList<Integer>();
    var course = reading.course();
    for (int i = course.start(); i < grid.size(); i++) {
      double gap = course.observed().value(i) - course.expected().value(i);
      var share = share(adopted.values(), grid.rhythm().lastDay(grid.periods().get(i)));
      if (Double.isNaN(gap) || share.isEmpty()) continue;
      shares.add(share.get());
      gaps.add(gap);
      times.add(i);
    }
    if (gaps.size() < LEAST_PERIODS || shares.stream().distinct().count() < 2) return false;
    return follows(numbers(shares), numbers(gaps), times.stream().mapToInt(i -> i).toArray());
  }

  /// The last that was measured by a day.
  private static Optional<Double> share(SortedMap<LocalDate, Double> values, LocalDate day) {
    var there = values.headMap(day.plusDays(1));
    return there.isEmpty() ? Optional.empty() : Optional.ofNullable(there.get(there.lastKey()));
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private boolean follows(double[] shares, double[] gaps, int[] times) {
    double[] ones = DoubleStream.generate(() -> 1).limit(gaps.length).toArray();
    var design = Design.of(new double[][] {ones, shares}, times);
    if (design.dependentColumn().isPresent()) return false;
    var fit = new Ar1Reml(design).fit(gaps);
    double[] slope = {0, 1};
    double sign = Math.signum(reading.effect().onScale().value());
    return Math.signum(fit.value(slope)) == sign && fit.p(slope) <= ALPHA;
  }
}
