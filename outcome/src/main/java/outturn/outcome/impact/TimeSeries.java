package outturn.outcome.impact;

import java.util.ArrayList;
import java.util.List;
import outturn.definition.measure.Measure.Season;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Interval;
import outturn.evidence.estimate.Warning;
import outturn.evidence.its.Its;
import outturn.evidence.its.ItsResult;
import outturn.evidence.its.Ratios;
import outturn.evidence.its.model.Control;
import outturn.evidence.its.model.Errors;
import outturn.evidence.its.model.Harmonics;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.its.model.Response;
import outturn.evidence.its.model.Scale;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

/// The design of an interrupted time series: a straight line and a season of all values before, and
/// a step at the intervention.
final class TimeSeries {
  private static final int REPLICATIONS = 999;
  private static final int PAIRS = 2;
  private static final int WEEK = 7;

  private final Study study;
  private final Grid grid;
  private final Controls controls;
  private final List<Warning> warnings = new ArrayList<>();

  private TimeSeries(Study study, Grid grid, Controls controls) {
    this.study = study;
    this.grid = grid;
    this.controls = controls;
  }

  static Answer<Reading> read(Study study, Grid grid) {
    return Controls.of(study, grid).then(controls -> new TimeSeries(study, grid, controls).read());
  }

  private Answer<Reading> read() {
    var model = model();
    return Its.analyse(grid.values(), model).then(result -> Answer.found(reading(model, result)));
  }

  private ItsModel model() {
    return ItsModel.of(new Intervention(grid.at(), grid.transition()))
        .with(harmonics())
        .with(
            controls.all().stream()
                .map(each -> new Control(each.title(), onScale(each.values())))
                .toArray(Control[]::new))
        .with(new Response.Amounts(scale(), errors()))
        .with(new outturn.evidence.its.model.Reading(ImpactFindings.LEVEL, study.seed()));
  }

  /// A single reading deserves the bootstrap; those of every day are wide enough.
  private Errors errors() {
    return switch (grid.when().kind()) {
      case FINAL -> new Errors.RemlAr1(REPLICATIONS);
      case INTERIM -> new Errors.RemlAr1(0);
    };
  }

  private Scale scale() {
    boolean multiplies =
        study
            .position()
            .measure()
            .rhythm()
            .seasonal()
            .filter(season -> season == Season.MULTIPLICATIVE)
            .isPresent();
    return multiplies && isPositive(grid.values()) ? Scale.LOG : Scale.NATURAL;
  }

  private Series onScale(Series control) {
    return scale() == Scale.LOG && isPositive(control) ? control.map(Math::log) : control;
  }

  private static boolean isPositive(Series values) {
    return values.valid().allMatch(value -> value > 0);
  }

  private Harmonics harmonics() {
    int cycle = grid.rhythm().cycle();
    if (study.position().measure().rhythm().seasonal().isEmpty() || cycle < 2) {
      return Harmonics.NONE;
    }
    if (grid.at() < 2 * cycle) {
      warnings.add(
          new Warning(
              "season-not-known",
              "The season is left in: it takes two years before the intervention to know it, and there are %s."
                  .formatted(grid.rhythm().count(grid.at()))));
      return Harmonics.NONE;
    }
    return new Harmonics(cycle, cycle == WEEK ? cycle / 2 : Math.min(PAIRS, cycle / 2));
  }

  private Reading reading(ItsModel model, ItsResult result) {
    warnings.addAll(result.grounds().warnings());
    var scaled = scaled(model, result);
    return new Reading(
        scaled,
        new Reading.Used(result.periods().before(), result.periods().after()),
        course(result),
        inTime(result),
        new Placebo(
            Placebo.State.NOT_TESTABLE, 0, 0, "The design has no others to try the method on."),
        List.of(),
        new Reading.Told(
            result.grounds().method(), "", "", result.grounds().assumptions(), warnings));
  }

  private Scaled scaled(ItsModel model, ItsResult result) {
    var effects = result.effects();
    var counterfactual = result.chart().counterfactual();
    double expected = counterfactual.slice(new Window(grid.after(), counterfactual.size())).mean();
    var onScale = effects.ratios().map(Ratios::average).map(TimeSeries::logarithm);
    int coefficients = 3 + 2 * model.harmonics().pairs() + model.controls().size();
    int n = result.periods().before() + result.periods().after();
    double r = Math.max(0, result.residuals().autocorrelation());
    double freedom = Math.max(4, (n - coefficients) * (1 - r) / (1 + r));
    return new Scaled(onScale.orElse(effects.average()), freedom, scale(), expected);
  }

  private static Estimate logarithm(Estimate ratio) {
    var interval = ratio.interval();
    return new Estimate(
        Math.log(ratio.value()),
        ratio.standardError() / ratio.value(),
        new Interval(Math.log(interval.lower()), Math.log(interval.upper()), interval.level()),
        ratio.p());
  }

  private Course course(ItsResult result) {
    var chart = result.chart();
    return new Course(
        grid.periods(),
        grid.at(),
        grid.values(),
        chart.counterfactual(),
        chart.lower(),
        chart.upper());
  }

  private static Placebo inTime(ItsResult result) {
    var placebo = result.placebo();
    int tried = placebo.dates().size();
    int declared = placebo.declared().size();
    if (tried == 0) {
      return new Placebo(
          Placebo.State.NOT_TESTABLE,
          0,
          0,
          "There are too few values before the intervention to try other dates.");
    }
    return new Placebo(
        placebo.fails() ? Placebo.State.FAILED : Placebo.State.PASSED,
        tried,
        declared,
        "Of %d dates before the intervention, at which nothing happened, %d show an effect."
            .formatted(tried, declared));
  }
}
