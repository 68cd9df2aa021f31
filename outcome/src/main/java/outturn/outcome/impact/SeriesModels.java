package outturn.outcome.impact;

import java.util.Optional;
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

/// How series of a study are modelled: a straight line that steps, with the season of the measure,
/// in logarithms where that multiplies.
final class SeriesModels {
  private static final int PAIRS = 2;
  private static final int WEEK = 7;

  private final Study study;
  private final Grid grid;

  SeriesModels(Study study, Grid grid) {
    this.study = study;
    this.grid = grid;
  }

  /// Amounts on the scale of some values, without controls.
  ItsModel model(Series values, Errors errors) {
    return ItsModel.of(new Intervention(grid.at(), grid.transition()))
        .with(harmonics(grid.at()))
        .with(new Response.Amounts(scale(values), errors))
        .with(new outturn.evidence.its.model.Reading(ImpactFindings.LEVEL, study.seed()));
  }

  /// In logarithms where the season multiplies, so that effects do too.
  Scale scale(Series values) {
    return multiplies() && isPositive(values) ? Scale.LOG : Scale.NATURAL;
  }

  private boolean multiplies() {
    return study
        .position()
        .measure()
        .rhythm()
        .seasonal()
        .equals(Optional.of(Season.MULTIPLICATIVE));
  }

  static boolean isPositive(Series values) {
    return values.valid().allMatch(value -> value > 0);
  }

  /// In logarithms too where the measure is and its values allow it.
  Control control(Controls.Named control, Scale scale) {
    var values = control.values();
    boolean isLog = scale == Scale.LOG && isPositive(values);
    return new Control(control.title(), isLog ? values.map(Math::log) : values);
  }

  /// Two pairs of waves, of weekdays all three; none with less than two cycles before.
  Harmonics harmonics(int before) {
    int cycle = grid.rhythm().cycle();
    if (!isSeasonal() || before < 2 * cycle) return Harmonics.NONE;
    return new Harmonics(cycle, Math.min(cycle == WEEK ? cycle : PAIRS, cycle / 2));
  }

  private boolean isSeasonal() {
    return study.position().measure().rhythm().seasonal().isPresent() && grid.rhythm().cycle() > 1;
  }

  /// Where a season is not known from the values before.
  Optional<Warning> warning() {
    if (!isSeasonal() || harmonics(grid.at()).pairs() > 0) return Optional.empty();
    return Optional.of(
        new Warning(
            "season-not-known",
            "The values have their season in them: it takes %s before the intervention to know it, and there are %s."
                .formatted(
                    grid.rhythm().count(2L * grid.rhythm().cycle()),
                    grid.rhythm().count(grid.at()))));
  }

  /// The average effect of a result on the scale of its model.
  Reading.Scaled scaled(ItsModel model, ItsResult result) {
    var effects = result.effects();
    var counterfactual = result.chart().counterfactual();
    double expected = counterfactual.slice(new Window(grid.after(), counterfactual.size())).mean();
    var logarithm = effects.ratios().map(Ratios::average).map(SeriesModels::logarithm);
    int coefficients = 3 + 2 * model.harmonics().pairs() + model.controls().size();
    int n = result.periods().before() + result.periods().after();
    double r = Math.max(0, result.residuals().autocorrelation());
    double freedom = Math.max(4, (n - coefficients) * (1 - r) / (1 + r));
    return new Reading.Scaled(
        logarithm.orElse(effects.average()),
        freedom,
        model.response().multiplies() ? Scale.LOG : Scale.NATURAL,
        expected);
  }

  /// By an interrupted time series without bootstrap, as an alternative to another design.
  Alternative ownPast(Series values) {
    var model = model(values, new Errors.RemlAr1(0));
    return new Alternative(
        "interrupted-time-series",
        "compared with its own past alone",
        Its.analyse(values, model).then(result -> Answer.found(scaled(model, result).natural())));
  }

  private static Estimate logarithm(Estimate ratio) {
    var interval = ratio.interval();
    return new Estimate(
        Math.log(ratio.value()),
        ratio.standardError() / ratio.value(),
        new Interval(Math.log(interval.lower()), Math.log(interval.upper()), interval.level()),
        ratio.p());
  }
}
