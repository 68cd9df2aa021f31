package outturn.outcome.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Warning;
import outturn.evidence.panel.Panel;
import outturn.evidence.synthetic.Synthetic;
import outturn.evidence.synthetic.SyntheticOptions;
import outturn.evidence.synthetic.SyntheticResult;
import outturn.evidence.synthetic.Weight;

/// The design that compares one with a weighted mean of others, which went like it before.
final class SyntheticControl {
  private static final double HUNDRED = 100;

  /// Donors that fit at most 20 times worse, see [outturn.evidence.synthetic.Robustness].
  private static final int OF_THOSE_THAT_FIT = 1;

  private static final int SHOWN = 3;

  private final Study study;
  private final Grid grid;
  private final Units units;

  private SyntheticControl(Study study, Grid grid, Units units) {
    this.study = study;
    this.grid = grid;
    this.units = units;
  }

  static Answer<Reading> read(Study study, Grid grid) {
    return Units.common(study, grid).then(units -> new SyntheticControl(study, grid, units).read());
  }

  private Answer<Reading> read() {
    return Synthetic.analyse(units.panel(), SyntheticOptions.DEFAULT)
        .then(result -> Answer.found(reading(result)));
  }

  private Reading reading(SyntheticResult result) {
    var course = units.course(grid, (_, period) -> result.synthetic().value(period));
    int start = units.panel().cohorts()[0];
    double expected = course.expected().mean();
    int donors = units.panel().controls().length;
    var scaled =
        new Reading.Scaled(result.effect(), Math.max(1, donors - 1), units.scale(), expected);
    var warnings = new ArrayList<Warning>(result.grounds().warnings());
    warnings.addAll(units.warnings());
    return new Reading(
        scaled,
        new Reading.Used(start, units.panel().periods() - start),
        course,
        inTime(result),
        inSpace(result),
        alternatives(scaled),
        new Reading.Told(
            result.grounds().method(),
            "The gap to a weighted mean of %d others, chosen so that it went like it before: %s."
                .formatted(donors, weights(result.weights())),
            "a weighted mean of others that did not change",
            result.grounds().assumptions(),
            warnings));
  }

  private static String weights(List<Weight> weights) {
    var shown =
        weights.stream()
            .limit(SHOWN)
            .map(each -> "%s %.0f %%".formatted(each.donor(), HUNDRED * each.share()))
            .collect(Collectors.joining(", "));
    return weights.size() > SHOWN ? shown + " and others" : shown;
  }

  /// Starts that were none should have no effect as large.
  private static Placebo inTime(SyntheticResult result) {
    var fakes = result.robustness().fakeStarts();
    double limit = Math.abs(result.effect().value());
    long declared = fakes.stream().filter(fake -> Math.abs(fake.effect()) >= limit).count();
    return Placebo.atDates(fakes.size(), (int) declared);
  }

  private static Placebo inSpace(SyntheticResult result) {
    var rank = result.robustness().ranks().get(OF_THOSE_THAT_FIT);
    return Placebo.ofOthers(rank.of() - 1, rank.rank() - 1);
  }

  private List<Alternative> alternatives(Reading.Scaled scaled) {
    var rows = new ArrayList<>(PanelAlternatives.of(units, SyntheticControl::effect, scaled));
    rows.add(Differences.weighted(units.panel(), scaled));
    rows.add(new SeriesModels(study, grid).ownPast(units.treated()));
    return rows;
  }

  private static Answer<Estimate> effect(Panel panel) {
    return Synthetic.analyse(panel, SyntheticOptions.DEFAULT)
        .then(result -> Answer.found(result.effect()));
  }
}
