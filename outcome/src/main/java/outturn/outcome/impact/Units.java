package outturn.outcome.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Warning;
import outturn.evidence.its.model.Scale;
import outturn.evidence.panel.Observation;
import outturn.evidence.panel.Panel;
import outturn.evidence.series.Series;

/// Those that a comparison compares: segments of the measure, or the measure and others.
///
/// A comparison needs a value of each in each period. Those with fewer than four in five are left
/// out, then the periods in which one of the others has none.
///
/// @param panel on the scale of the study, without the periods of the transition
/// @param places of the periods of the panel among those of the study
/// @param treated mean of the treated per period of the study, in the unit of the measure
record Units(
    Panel panel,
    List<Integer> places,
    Scale scale,
    Series treated,
    List<String> controls,
    List<Warning> warnings) {
  private static final double ENOUGH = .8;

  Units {
    places = List.copyOf(places);
    controls = List.copyOf(controls);
    warnings = List.copyOf(warnings);
  }

  /// Segments against segments, or the measure against other measures, from the intervention on.
  static Answer<Units> common(Study study, Grid grid) {
    return Controls.of(study, grid).then(controls -> common(study, grid, controls));
  }

  private static Answer<Units> common(Study study, Grid grid, Controls controls) {
    if (controls.isEmpty()) {
      return refused(
          "Expected controls to compare with, found none; name measures or segments that the intervention does not reach.");
    }
    long segments = controls.all().stream().filter(Controls.Named::isSegment).count();
    if (segments > 0 && segments < controls.all().size()) {
      return refused(
          "Expected controls of one kind, found segments and other measures; name either.");
    }
    var units = new LinkedHashMap<String, Series>();
    var starts = new TreeMap<String, Integer>();
    if (segments == 0) {
      units.put(study.position().measure().name(), grid.values());
    } else {
      study
          .beside()
          .segments()
          .forEach((name, values) -> {
            if (!study.plan().controls().contains(name)) units.put(name, grid.align(values));
          });
      if (units.isEmpty()) {
        return refused(
            "Expected segments that the intervention reaches, found that all are controls; leave those out.");
      }
    }
    units.keySet().forEach(name -> starts.put(name, grid.at()));
    controls.all().forEach(each -> units.put(each.name(), each.values()));
    return new UnitsMaker(study, grid, starts).make(units);
  }

  /// All segments, each from its own start on.
  static Answer<Units> staggered(Study study, Grid grid) {
    var units = new LinkedHashMap<String, Series>();
    study.beside().segments().forEach((name, values) -> units.put(name, grid.align(values)));
    var starts = starts(study, grid);
    starts.keySet().retainAll(units.keySet());
    if (starts.isEmpty()) {
      return refused(
          "Expected segments of %s that begin one after the other, found none with a value and a start by %s; say when under rollout: of a lever."
              .formatted(study.position().measure().name(), grid.rhythm().label(grid.last())));
    }
    return new UnitsMaker(study, grid, starts).make(units);
  }

  /// The first period that each segment's roll-out can have affected, of all levers that move the
  /// measure the first; those behind the last period are left out.
  static SortedMap<String, Integer> starts(Study study, Grid grid) {
    var dates = new TreeMap<String, LocalDate>();
    for (var each : study.outcome().levers()) {
      if (!each.lever().moves().equals(study.position().measure().name())) continue;
      each.lever()
          .spread()
          .rollout()
          .forEach((segment, date) ->
              dates.merge(segment, date, (one, other) -> one.isBefore(other) ? one : other));
    }
    var starts = new TreeMap<String, Integer>();
    dates.forEach((segment, date) -> {
      int at = grid.rhythm().distance(grid.periods().getFirst(), grid.rhythm().of(date));
      if (at < grid.size()) starts.put(segment, at);
    });
    return starts;
  }

  private static Answer<Units> refused(String text) {
    return Answer.refused(Reason.TOO_FEW, text);
  }

  /// The panel without some periods, and with other values.
  Answer<Panel> with(IntPredicate kept, DoubleUnaryOperator change) {
    var observations = new ArrayList<Observation>();
    var numbers = new TreeMap<Integer, Integer>();
    for (int period = 0; period < panel.periods(); period++) {
      if (kept.test(period)) numbers.put(period, numbers.size());
    }
    var starts = new TreeMap<String, Integer>();
    for (int unit = 0; unit < panel.units().size(); unit++) {
      var name = panel.units().get(unit);
      int start = panel.start(unit);
      if (start != Panel.NEVER) starts.put(name, numbers.headMap(start).size());
      int row = unit;
      numbers.forEach((period, number) ->
          observations.add(
              new Observation(name, number, change.applyAsDouble(panel.value(row, period)))));
    }
    return Panel.of(observations, starts);
  }

  /// The treated, and what they would have been had they moved like the others.
  ///
  /// @param without the value of a treated unit in a period from its start on, had it not started
  Course course(Grid grid, Without without) {
    double[] expected = new double[grid.size()];
    Arrays.fill(expected, Double.NaN);
    int first = panel.cohorts()[0];
    for (int period = first; period < panel.periods(); period++) {
      int at = period;
      expected[places.get(period)] =
          IntStream.of(panel.treated())
              .mapToDouble(
                  unit -> at < panel.start(unit) ? panel.value(unit, at) : without.value(unit, at))
              .map(value -> scale == Scale.LOG ? Math.exp(value) : value)
              .average()
              .orElse(Double.NaN);
    }
    var none = Series.of(expected).map(_ -> Double.NaN);
    return new Course(grid.periods(), places.get(first), treated, Series.of(expected), none, none);
  }

  /// What a unit would have been in a period.
  interface Without {
    double value(int unit, int period);
  }

  /// Puts units on one panel.
  private static final class UnitsMaker {
    private final Study study;
    private final Grid grid;
    private final Map<String, Integer> starts;
    private final List<Warning> warnings = new ArrayList<>();

    UnitsMaker(Study study, Grid grid, Map<String, Integer> starts) {
      this.study = study;
      this.grid = grid;
      this.starts = starts;
    }

    Answer<Units> make(Map<String, Series> all) {
      var units = new LinkedHashMap<>(all);
      units.values().removeIf(values -> values.count() < ENOUGH * values.size());
      if (units.size() < all.size()) {
        warnings.add(
            new Warning(
                "units-left-out",
                "%d of %d have too few values to be compared."
                    .formatted(all.size() - units.size(), all.size())));
      }
      if (units.keySet().stream().noneMatch(starts::containsKey)) {
        return refused(
            "Expected values of those that the intervention reaches, found too few; wait for more periods.");
      }
      int[] places = places(units);
      var scale = scale(units);
      return Panel.of(observations(units, places, scale), numbered(units, places))
          .then(panel -> Answer.found(units(units, places, scale, panel)));
    }

    private int[] places(Map<String, Series> units) {
      boolean isStaggered = starts.values().stream().distinct().count() > 1;
      int[] places =
          IntStream.range(0, grid.size())
              .filter(i -> isStaggered || i < grid.at() || i >= grid.after())
              .filter(i -> units.values().stream().noneMatch(values -> values.isMissing(i)))
              .toArray();
      int left = grid.size() - places.length - (isStaggered ? 0 : grid.transition());
      if (left > 0) {
        warnings.add(
            new Warning(
                "periods-left-out",
                "%s in which somebody has no value are left out."
                    .formatted(grid.rhythm().count(left))));
      }
      return places;
    }

    private Scale scale(Map<String, Series> units) {
      var models = new SeriesModels(study, grid);
      boolean isLog = units.values().stream().allMatch(values -> models.scale(values) == Scale.LOG);
      return isLog ? Scale.LOG : Scale.NATURAL;
    }

    private static List<Observation> observations(
        Map<String, Series> units, int[] places, Scale scale) {
      var observations = new ArrayList<Observation>();
      units.forEach((name, values) -> {
        for (int i = 0; i < places.length; i++) {
          double value = values.value(places[i]);
          observations.add(new Observation(name, i, scale == Scale.LOG ? Math.log(value) : value));
        }
      });
      return observations;
    }

    /// Starts among the periods that are left.
    private Map<String, Integer> numbered(Map<String, Series> units, int[] places) {
      var numbered = new TreeMap<String, Integer>();
      starts.forEach((name, start) -> {
        int at = (int) IntStream.of(places).filter(place -> place < start).count();
        if (units.containsKey(name) && at < places.length) numbered.put(name, at);
      });
      return numbered;
    }

    private Units units(Map<String, Series> units, int[] places, Scale scale, Panel panel) {
      var labels =
          IntStream.of(places)
              .mapToObj(place -> grid.rhythm().label(grid.periods().get(place)))
              .toList();
      var controls = IntStream.of(panel.controls()).mapToObj(i -> panel.units().get(i)).toList();
      double[] treated = new double[grid.size()];
      for (int i = 0; i < treated.length; i++) {
        int at = i;
        treated[i] =
            IntStream.of(panel.treated())
                .mapToObj(unit -> units.get(panel.units().get(unit)))
                .mapToDouble(values -> values == null ? Double.NaN : values.value(at))
                .average()
                .orElse(Double.NaN);
      }
      return new Units(
          panel.withLabels(labels),
          IntStream.of(places).boxed().toList(),
          scale,
          Series.of(treated),
          controls,
          warnings);
    }
  }
}
