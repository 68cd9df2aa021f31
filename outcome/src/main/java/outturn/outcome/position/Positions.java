package outturn.outcome.position;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import outturn.definition.measure.Measure.Better;
import outturn.definition.outcome.Outcome;
import outturn.definition.outcome.Outcome.Sustain;
import outturn.evidence.series.Window;
import outturn.evidence.trajectory.PathShape;
import outturn.evidence.trajectory.Trajectory;
import outturn.evidence.xmr.Direction;
import outturn.evidence.xmr.Xmr;
import outturn.evidence.xmr.XmrChart;
import outturn.evidence.xmr.XmrOptions;
import outturn.outcome.period.Periods;

/// Reads where a measure stands towards a goal.
public final class Positions {
  private final Facts facts;
  private final Timeline timeline;
  private final Optional<Window> baseline;
  private final Shown shown;
  private final Phases phases;

  private Positions(Facts facts) {
    this.facts = facts;
    var rhythm = new Periods(facts.measure().rhythm().cadence());
    var days = baselineDays(facts);
    this.timeline =
        Timeline.of(
            facts.quality(), days.map(span -> rhythm.from(span.from())).orElse(LocalDate.MAX));
    this.baseline = days.flatMap(span -> timeline.window(span.from(), span.to()));
    var frozen = facts.frozen().map(each -> timeline.with(each.values())).orElse(timeline.series());
    this.shown =
        Shown.of(
            facts.measure(),
            new Shown.Observed(timeline.series(), timeline.excluded(facts.quality())),
            frozen,
            baseline,
            rhythm.cycle());
    this.phases = new Phases(timeline, baseline, facts.changes());
  }

  public static Position of(Facts facts) {
    return new Positions(facts).position();
  }

  /// The days of the frozen baseline, or of the one that the goal asks for.
  private static Optional<Outcome.Baseline> baselineDays(Facts facts) {
    return facts
        .frozen()
        .map(frozen -> new Outcome.Baseline(frozen.from(), frozen.to()))
        .or(() -> facts.goal().baseline());
  }

  private Position position() {
    var before = before();
    var plan = before.flatMap(this::plan);
    var latest = latest();
    var chart = chart();
    var standing =
        new Position.Standing(
            before, latest, phases.since(shown.series()), planned(plan, latest), attainment());
    var picture =
        new Picture(
            timeline.periods(),
            chart,
            shown.raw(),
            shown.excluded(),
            facts.changes().stream().filter(change -> isDrawn(change.date())).toList(),
            baseline,
            plan);
    return new Position(
        facts.measure(),
        facts.goal(),
        facts.quality(),
        standing,
        picture,
        new SignalWords(timeline, chart).since(baseline.map(Window::from).orElse(0)),
        new Cautions(facts, timeline, chart, shown.refusal()).all());
  }

  private boolean isDrawn(LocalDate date) {
    if (timeline.isEmpty()) return false;
    int index = timeline.index(date);
    return index >= 0 && index < timeline.size();
  }

  private XmrChart chart() {
    var options = XmrOptions.standard(direction()).withPhases(phases.starts());
    return Xmr.of(shown.series(), options);
  }

  private Direction direction() {
    return switch (facts.measure().quantity().better()) {
      case Better.Higher() -> Direction.HIGHER_IS_BETTER;
      case Better.Lower() -> Direction.LOWER_IS_BETTER;
      case Better.Within _ -> Direction.NEUTRAL;
    };
  }

  private Optional<Before> before() {
    return facts.frozen().map(frozen -> before(frozen, shownMean(frozen)));
  }

  private static Before before(FrozenBaseline frozen, OptionalDouble shownMean) {
    double frozenMean =
        frozen.values().values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return new Before(
        frozen.from(),
        frozen.to(),
        frozen.values().size(),
        shownMean.orElse(frozenMean),
        frozenMean,
        frozen.frozenAt(),
        frozen.hash());
  }

  /// The mean of the frozen values as the chart shows them, where it does.
  private OptionalDouble shownMean(FrozenBaseline frozen) {
    if (timeline.isEmpty()) return OptionalDouble.empty();
    return frozen.values().keySet().stream()
        .mapToInt(timeline::index)
        .filter(index -> index >= 0 && index < timeline.size())
        .mapToDouble(shown.frozen()::value)
        .average();
  }

  private Optional<Latest> latest() {
    int last = timeline.last();
    if (last < 0) return Optional.empty();
    return Optional.of(new Latest(timeline.periods().get(last), shown.series().value(last)));
  }

  private Optional<Trajectory> plan(Before before) {
    if (timeline.isEmpty()) return Optional.empty();
    int from = timeline.index(timeline.rhythm().of(before.to()));
    return facts
        .goal()
        .target()
        .filter(target -> from >= 0 && timeline.index(target.by()) > from)
        .map(target ->
            new Trajectory(
                from, before.mean(), timeline.index(target.by()), target.value(), shape()));
  }

  private PathShape shape() {
    return switch (facts.goal().trajectory()) {
      case LINEAR -> PathShape.LINEAR;
      case STEP -> PathShape.STEP;
      case S_CURVE -> PathShape.S_CURVE;
    };
  }

  private OptionalDouble planned(Optional<Trajectory> plan, Optional<Latest> latest) {
    if (plan.isEmpty() || latest.isEmpty()) return OptionalDouble.empty();
    double value = plan.get().value(timeline.index(latest.get().period()));
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private Optional<Attainment> attainment() {
    var target = facts.goal().target();
    int after = baseline.map(Window::to).orElse(0);
    if (target.isEmpty() || timeline.size() <= after) return Optional.empty();
    var rule = target.get().sustain().orElse(new Sustain(1, 1));
    var last =
        shown
            .series()
            .slice(new Window(Math.max(after, timeline.size() - rule.of()), timeline.size()));
    int reached = (int) last.valid().filter(value -> reaches(value, target.get().value())).count();
    return Optional.of(new Attainment(reached, last.size(), rule));
  }

  private boolean reaches(double value, double target) {
    return Position.reaches(facts.measure().quantity().better(), value, target);
  }
}
