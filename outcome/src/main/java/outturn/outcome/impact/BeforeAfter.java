package outturn.outcome.impact;

import java.util.List;
import java.util.stream.IntStream;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Assumption.State;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.its.model.Scale;
import outturn.evidence.sequence.EffectiveSize;
import outturn.evidence.sequence.Moments;
import outturn.evidence.sequence.Welch;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

/// The design without a comparison: the mean after less the mean before, without the season where
/// the chart is without it.
///
/// Welch's test takes values as independent; here each mean counts as many as it is worth, see
/// [EffectiveSize].
final class BeforeAfter {
  private static final int LEAST = 3;

  private final Study study;
  private final Grid grid;
  private final Series values;

  private BeforeAfter(Study study, Grid grid) {
    this.study = study;
    this.grid = grid;
    this.values = shown();
  }

  static Answer<Reading> read(Study study, Grid grid) {
    var design = new BeforeAfter(study, grid);
    return difference(design.before(), design.after())
        .then(effect -> Answer.found(design.reading(effect)));
  }

  /// As the chart shows them, with the values of a study missing where its own are.
  private Series shown() {
    var picture = study.position().picture();
    if (picture.raw().isEmpty()) return grid.values();
    int from = grid.rhythm().distance(picture.periods().getFirst(), grid.periods().getFirst());
    var all = picture.xmr().series();
    return Series.of(
        IntStream.range(0, grid.size())
            .mapToDouble(i -> grid.values().isMissing(i) ? Double.NaN : all.value(from + i))
            .toArray());
  }

  private Series before() {
    return values.slice(new Window(0, grid.at()));
  }

  private Series after() {
    return values.slice(new Window(grid.after(), grid.size()));
  }

  private static Answer<Estimate> difference(Series before, Series after) {
    return Welch.difference(worth(after), worth(before), ImpactFindings.LEVEL)
        .then(found -> Answer.found(found.estimate()));
  }

  private static Moments worth(Series values) {
    int size = (int) EffectiveSize.of(values).size();
    boolean isEnough = values.count() >= LEAST;
    return new Moments(
        values.mean(), values.standardDeviation(), isEnough ? Math.max(2, size) : values.count());
  }

  private Reading reading(Estimate effect) {
    int before = before().count();
    int after = after().count();
    double freedom = Math.max(1, Math.min(worth(before()).count(), worth(after()).count()) - 1);
    return new Reading(
        new Reading.Scaled(effect, freedom, Scale.NATURAL, before().mean()),
        new Reading.Used(before, after),
        course(),
        inTime(),
        Placebo.ofOthers(0, 0),
        List.of(
            new Alternative(
                "independent-values",
                "as if values did not resemble their neighbours",
                Welch.difference(Moments.of(after()), Moments.of(before()), ImpactFindings.LEVEL)
                    .then(found -> Answer.found(found.estimate()))),
            withoutLastBefore(),
            new SeriesModels(study, grid).ownPast(grid.values())),
        new Reading.Told(
            "welch-t",
            "The mean after less the mean before, by the test of Welch; each mean counts as many values as it is worth when they resemble their neighbours.",
            "",
            List.of(
                new Assumption(
                    "nothing-else-happened",
                    State.NOT_TESTABLE,
                    "Nothing else that moves the measure changed from before to after, and there was no trend.")),
            List.of()));
  }

  private Alternative withoutLastBefore() {
    return new Alternative(
        "without-last-pre-period",
        "without the last value before",
        difference(values.slice(new Window(0, grid.at() - 1)), after()));
  }

  private Placebo inTime() {
    var before = before();
    int tried = 0;
    int declared = 0;
    int last = grid.at() - ItsModel.LEAST_AFTER;
    for (int date = ItsModel.LEAST_BEFORE; date <= last; date++) {
      var effect =
          difference(before.slice(new Window(0, date)), before.slice(new Window(date, grid.at())))
              .result();
      if (effect.isEmpty()) continue;
      tried++;
      if (!effect.get().interval().contains(0)) declared++;
    }
    return Placebo.atDates(tried, declared);
  }

  private Course course() {
    var before = worth(before());
    double mean = before.mean();
    double reach = 2 * before.deviation() / Math.sqrt(before.count());
    return new Course(
        grid.periods(),
        grid.at(),
        values,
        afterOnly(mean),
        afterOnly(mean - reach),
        afterOnly(mean + reach));
  }

  private Series afterOnly(double value) {
    return Series.of(
        IntStream.range(0, grid.size())
            .mapToDouble(i -> i < grid.at() ? Double.NaN : value)
            .toArray());
  }
}
