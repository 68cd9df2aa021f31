package outturn.outcome.position;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outturn.definition.change.Change;
import outturn.definition.outcome.Outcome;
import outturn.evidence.xmr.FalseAlarms;
import outturn.evidence.xmr.XmrChart;
import outturn.outcome.period.Dates;
import outturn.outcome.quality.QualitySentences;

/// What the reader of a position must be careful about.
final class Cautions {
  private final Facts facts;
  private final Timeline timeline;
  private final XmrChart chart;
  private final List<String> all = new ArrayList<>();

  Cautions(Facts facts, Timeline timeline, XmrChart chart, Optional<String> season) {
    this.facts = facts;
    this.timeline = timeline;
    this.chart = chart;
    baseline();
    season.ifPresent(all::add);
    strangers();
    all.addAll(
        isLate()
            ? QualitySentences.cautionsBesideLate(facts.measure(), facts.quality())
            : QualitySentences.cautions(facts.measure(), facts.quality()));
    definitions();
    if (timeline.isEmpty()) return;
    late();
    phases();
    falseAlarms();
  }

  List<String> all() {
    return List.copyOf(all);
  }

  private void baseline() {
    var wanted = facts.goal().baseline();
    if (facts.frozen().isPresent()) {
      frozen(facts.frozen().get(), wanted);
    } else if (wanted.isPresent()) {
      notFrozen(wanted.get());
    } else {
      all.add("There is no baseline, so there is no before to compare with.");
    }
  }

  private void notFrozen(Outcome.Baseline wanted) {
    var periods = timeline.rhythm().within(wanted.from(), wanted.to());
    long known = periods.stream().filter(period -> facts.values().containsKey(period)).count();
    all.add(
        "The baseline is not frozen yet: %d of its %s have a value."
            .formatted(known, timeline.rhythm().count(periods.size())));
  }

  private void frozen(FrozenBaseline frozen, Optional<Outcome.Baseline> wanted) {
    var days = new Outcome.Baseline(frozen.from(), frozen.to());
    if (wanted.isEmpty() || !wanted.get().equals(days)) {
      all.add(
          "The frozen baseline is of %s to %s; the outcome asks for %s."
              .formatted(
                  Dates.shortly(days.from()),
                  Dates.shortly(days.to()),
                  wanted
                      .map(each -> Dates.shortly(each.from()) + " to " + Dates.shortly(each.to()))
                      .orElse("none")));
    }
    int periods = timeline.rhythm().within(days.from(), days.to()).size();
    int known = frozen.values().size();
    if (known < periods) {
      all.add(
          "The baseline was frozen with %d of its %s."
              .formatted(known, timeline.rhythm().count(periods)));
    }
    revised(frozen);
  }

  private void revised(FrozenBaseline frozen) {
    var zone = facts.measure().rhythm().timezone();
    var observed = facts.quality().observed();
    long revised =
        frozen.values().entrySet().stream()
            .filter(each -> !each.getValue().equals(observed.get(each.getKey())))
            .count();
    if (revised == 0) return;
    all.add(
        "%d of the %d values of the baseline came out differently after it was frozen on %s; the frozen ones count."
            .formatted(revised, frozen.values().size(), day(frozen, zone)));
  }

  private static String day(FrozenBaseline frozen, ZoneId zone) {
    return Dates.shortly(LocalDate.ofInstant(frozen.frozenAt(), zone));
  }

  private void strangers() {
    if (timeline.strangers() == 0) return;
    all.add(
        "%d values are left out, since they are not of a %s; was the cadence changed?"
            .formatted(timeline.strangers(), timeline.rhythm().word()));
  }

  /// Of the baseline and of what came after it.
  private void definitions() {
    var days = facts.frozen().map(FrozenBaseline::from);
    facts.changes().stream()
        .filter(change -> change.type() == Change.Type.DEFINITION)
        .filter(change -> days.isEmpty() || change.date().isAfter(days.get()))
        .filter(change -> !timeline.isEmpty() && timeline.index(change.date()) > 0)
        .forEach(change ->
            all.add(
                "%s on %s: values before and after are not compared."
                    .formatted(change.title(), Dates.shortly(change.date()))));
  }

  private boolean isLate() {
    return !timeline.isEmpty()
        && timeline.rhythm().distance(timeline.periods().getLast(), lastKnown()) >= 2;
  }

  private LocalDate lastKnown() {
    return timeline.rhythm().lastKnown(facts.asOf(), facts.measure().rhythm());
  }

  private void late() {
    if (!isLate()) return;
    all.add(
        "No value has come in since %s; there could be one up to %s."
            .formatted(
                timeline.rhythm().label(timeline.periods().getLast()),
                timeline.rhythm().label(lastKnown())));
  }

  /// Of the phases from the baseline on; what was before it matters little.
  private void phases() {
    int first = firstPhase();
    for (var warning : chart.warnings()) {
      if (warning.phase() < first) continue;
      all.add("From %s on: %s".formatted(start(warning.phase()), warning.text()));
    }
  }

  private int firstPhase() {
    var days =
        facts
            .frozen()
            .map(FrozenBaseline::from)
            .or(() -> facts.goal().baseline().map(Outcome.Baseline::from));
    int from = days.map(timeline.rhythm()::from).map(timeline::index).orElse(0);
    return from < 0 || from >= timeline.size() ? 0 : chart.points().get(from).phase();
  }

  /// Of the stretch whose signals are told. Phases count as charts of their own.
  private void falseAlarms() {
    int first = firstPhase();
    if (chart.points().stream().noneMatch(each -> each.phase() >= first && each.isSpecialCause())) {
      return;
    }
    double silent = 1;
    for (var phase : chart.phases().subList(first, chart.phases().size())) {
      int count = chart.series().slice(phase.window()).count();
      silent *= 1 - FalseAlarms.independent(count).any();
    }
    all.add(
        "Chance alone shows a signal on about %d %% of charts as long as this one since %s."
            .formatted(Math.round(100 * (1 - silent)), start(first)));
  }

  private String start(int phase) {
    int from = chart.phases().get(phase).window().from();
    return timeline.rhythm().label(timeline.periods().get(from));
  }
}
