package outturn.outcome.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import outturn.evidence.bsts.Bsts;
import outturn.evidence.bsts.BstsModel;
import outturn.evidence.bsts.Sampling;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Warning;
import outturn.evidence.its.Its;
import outturn.evidence.its.ItsResult;
import outturn.evidence.its.SensitivityRow;
import outturn.evidence.its.model.Control;
import outturn.evidence.its.model.Errors;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.its.model.Response;
import outturn.evidence.its.model.Scale;
import outturn.evidence.series.Series;
import outturn.outcome.words.Titles;

/// The design of an interrupted time series: a straight line and a season of the values before, and
/// a step at the intervention.
final class TimeSeries {
  /// Bootstraps of short series, and of longer ones, where each takes longer and less depends on
  /// it.
  private static final int REPLICATIONS = 999;

  private static final int FEWER = 499;
  private static final int LONG = 120;
  private static final int DRAWS = 1000;

  /// A longer season makes the Bayesian model slow.
  private static final int LONGEST_SEASON = 12;

  private static final Errors BY_TABLE = new Errors.RemlAr1(0);

  private final Study study;
  private final Grid grid;
  private final Controls controls;
  private final SeriesModels models;

  private TimeSeries(Study study, Grid grid, Controls controls) {
    this.study = study;
    this.grid = grid;
    this.controls = controls;
    this.models = new SeriesModels(study, grid);
  }

  static Answer<Reading> read(Study study, Grid grid) {
    return Controls.of(study, grid).then(controls -> new TimeSeries(study, grid, controls).read());
  }

  private Answer<Reading> read() {
    var model = controlled(models.model(grid.values(), errors()));
    return Its.analyse(grid.values(), model).then(result -> Answer.found(reading(model, result)));
  }

  private ItsModel controlled(ItsModel model) {
    var scale = model.response().multiplies() ? Scale.LOG : Scale.NATURAL;
    return model.with(
        controls.all().stream().map(each -> models.control(each, scale)).toArray(Control[]::new));
  }

  /// A single reading deserves the bootstrap; those of every day are wide enough without.
  private Errors errors() {
    return switch (grid.when().kind()) {
      case FINAL -> new Errors.RemlAr1(grid.size() <= LONG ? REPLICATIONS : FEWER);
      case INTERIM -> BY_TABLE;
    };
  }

  private Reading reading(ItsModel model, ItsResult result) {
    var warnings = new ArrayList<Warning>(result.grounds().warnings());
    models.warning().ifPresent(warnings::add);
    var scaled = models.scaled(model, result);
    return new Reading(
        scaled,
        new Reading.Used(result.periods().before(), result.periods().after()),
        course(result),
        inTime(result),
        new Placebo(Placebo.State.NOT_TESTABLE, 0, 0, "There are no others to try the method on."),
        alternatives(model, result, scaled),
        new Reading.Told(
            result.grounds().method(), words(model), "", result.grounds().assumptions(), warnings));
  }

  private String words(ItsModel model) {
    var beside =
        controls.all().stream()
            .map(each -> Titles.inside(each.title()))
            .collect(Collectors.joining(", "));
    return "A straight line%s%s through the %s from %s on, with a step at the intervention, by restricted maximum likelihood for values that resemble their neighbours%s."
        .formatted(
            model.harmonics().pairs() > 0 ? " with a season" : "",
            beside.isEmpty() ? "" : " and with " + beside,
            model.response().multiplies() ? "logarithms of the values" : "values",
            grid.rhythm().label(grid.periods().getFirst()),
            grid.when().kind() == Kind.FINAL ? "; interval and p by bootstrap" : "");
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
    return Placebo.atDates(placebo.dates().size(), placebo.declared().size());
  }

  private List<Alternative> alternatives(ItsModel model, ItsResult result, Reading.Scaled scaled) {
    var rows = new ArrayList<Alternative>();
    for (var row : result.sensitivity()) {
      rows.add(
          new Alternative(
              row.name(),
              words(row),
              row.average().then(effect -> Answer.found(scaled.natural(effect)))));
    }
    otherScale(model).ifPresent(rows::add);
    wholeHistory().ifPresent(rows::add);
    bayesian(model, scaled).ifPresent(rows::add);
    return rows;
  }

  private static String words(SensitivityRow row) {
    return switch (row.name()) {
      case "with-slope" -> "with a trend that may change too";
      case "without-last-pre-period" -> "without the last value before";
      case "ols" -> "as if values did not resemble their neighbours";
      case "prais-winsten" -> "with the errors of Prais and Winsten";
      case "local-level" -> "against a level that walks instead of a straight line";
      default -> "with the errors of Newey and West";
    };
  }

  /// In amounts, where the measure is read in logarithms.
  private Optional<Alternative> otherScale(ItsModel model) {
    if (!model.response().multiplies()) return Optional.empty();
    var amounts =
        controlled(
            models
                .model(grid.values(), BY_TABLE)
                .with(new Response.Amounts(Scale.NATURAL, BY_TABLE)));
    return Optional.of(
        alternative("amounts", "in amounts instead of logarithms", grid.values(), amounts));
  }

  private Alternative alternative(String name, String words, Series values, ItsModel model) {
    return new Alternative(
        name,
        words,
        Its.analyse(values, model)
            .then(result -> Answer.found(models.scaled(model, result).natural())));
  }

  /// With the values before the baseline, where there are some.
  private Optional<Alternative> wholeHistory() {
    return GridMaker.ofAll(study)
        .result()
        .filter(whole -> whole.at() > grid.at())
        .map(whole -> new TimeSeries(study, whole, aligned(whole)).ofHistory());
  }

  private Controls aligned(Grid whole) {
    return Controls.of(study, whole).result().orElse(controls);
  }

  private Alternative ofHistory() {
    return alternative(
        "all-values-before",
        "with all values before the baseline too",
        grid.values(),
        controlled(models.model(grid.values(), BY_TABLE)));
  }

  private Optional<Alternative> bayesian(ItsModel model, Reading.Scaled scaled) {
    int season = model.harmonics().pairs() > 0 ? model.harmonics().cycle() : 1;
    if (grid.when().kind() == Kind.INTERIM || season > LONGEST_SEASON) return Optional.empty();
    var values = scaled.scale() == Scale.LOG ? grid.values().map(Math::log) : grid.values();
    var bayesian =
        BstsModel.of(
                new Intervention(grid.at(), grid.transition()),
                model.controls().toArray(Control[]::new))
            .withSeason(season)
            .with(new Sampling(DRAWS, ImpactFindings.LEVEL, study.seed()));
    return Optional.of(
        new Alternative(
            "bsts",
            "by a Bayesian structural time series",
            Bsts.analyse(values, bayesian)
                .then(result -> Answer.found(scaled.natural(result.average())))));
  }
}
