package outturn.outcome.impact;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import outturn.definition.change.Change;
import outturn.definition.outcome.Outcome;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;
import outturn.outcome.period.Dates;
import outturn.outcome.period.Periods;

/// Lays a study out on its periods.
///
/// On and after a review date the values are read that were known then, so that the finding stays
/// what it was on that day; before it all that are known.
final class GridMaker {
  /// A period of which so much lies before the intervention counts as before.
  private static final double MOSTLY = .9;

  private static final long SECONDS_OF_A_DAY = 86_400;

  private final Study study;
  private final Periods rhythm;

  private final int from;

  /// @param from place of the first period that is read
  private GridMaker(Study study, int from) {
    this.study = study;
    this.from = from;
    this.rhythm = new Periods(study.position().measure().rhythm().cadence());
  }

  /// From the baseline on; from the first value where there is none.
  static Answer<Grid> of(Study study) {
    int from = study.position().picture().baseline().map(Window::from).orElse(0);
    return new GridMaker(study, from).make();
  }

  /// From the first value on.
  static Answer<Grid> ofAll(Study study) {
    return new GridMaker(study, 0).make();
  }

  private Answer<Grid> make() {
    var name = study.plan().intervention();
    var change = change(name);
    if (change.isEmpty()) {
      return Answer.refused(
          Reason.OUTSIDE_THE_DATA,
          "Expected a change called %s, whose effect is asked for, found none; write it down with its date."
              .formatted(name));
    }
    if (study.position().picture().periods().isEmpty()) {
      return Answer.refused(
          Reason.ALL_MISSING,
          "Expected values before and after the intervention, found none; wait until the measure is collected.");
    }
    return laid(change.get());
  }

  private Optional<Change> change(String name) {
    return Stream.concat(study.outcome().changes().stream(), study.beside().changes().stream())
        .filter(each -> each.name().equals(name))
        .findFirst();
  }

  private Answer<Grid> laid(Change change) {
    var whole = study.position().picture().periods();
    var all = whole.subList(from, whole.size());
    var review = review();
    var until = review.map(this::lastKnown).orElse(all.getLast());
    var periods = all.stream().filter(period -> !period.isAfter(until)).toList();
    int at = rhythm.distance(all.getFirst(), firstAffected(change.date()));
    int after = rhythm.distance(all.getFirst(), rhythm.from(settled(change.date())));
    if (at < 1 || after >= periods.size()) {
      return Answer.refused(
          Reason.OUTSIDE_THE_DATA,
          "Expected values before and after %s with its transition, found values of %s to %s; %s."
              .formatted(
                  Dates.shortly(change.date()),
                  rhythm.label(all.getFirst()),
                  rhythm.label(periods.isEmpty() ? all.getFirst() : periods.getLast()),
                  at < 1 ? "begin earlier" : "wait for more periods"));
    }
    var series = values(periods);
    var when =
        review.isPresent()
            ? new Grid.When(Kind.FINAL, review, planned(all.getFirst(), after, review))
            : new Grid.When(Kind.INTERIM, next(), planned(all.getFirst(), after, next()));
    return Answer.found(new Grid(change, rhythm, periods, series, at, Math.max(at, after), when));
  }

  /// The latest review up to the day; the day of the target where the plan names none.
  private Optional<LocalDate> review() {
    return reviews().filter(day -> !day.isAfter(study.day())).max(LocalDate::compareTo);
  }

  private Optional<LocalDate> next() {
    return reviews().filter(day -> day.isAfter(study.day())).min(LocalDate::compareTo);
  }

  private Stream<LocalDate> reviews() {
    var named = study.plan().review();
    return named.isEmpty()
        ? study.position().goal().target().map(Outcome.Target::by).stream()
        : named.stream();
  }

  private LocalDate lastKnown(LocalDate day) {
    var zone = study.position().measure().rhythm().timezone();
    var end = day.plusDays(1).atStartOfDay(zone).toInstant();
    return rhythm.lastKnown(end, study.position().measure().rhythm());
  }

  private int planned(LocalDate first, int after, Optional<LocalDate> review) {
    return review
        .map(day -> Math.max(0, rhythm.distance(first, lastKnown(day)) - after + 1))
        .orElse(0);
  }

  private LocalDate firstAffected(LocalDate date) {
    return isMostlyOver(date) ? rhythm.next(date) : rhythm.of(date);
  }

  /// Where the transition ends.
  private LocalDate settled(LocalDate date) {
    long days =
        study
            .plan()
            .transition()
            .map(Duration::toSeconds)
            .map(seconds -> Math.ceilDiv(seconds, SECONDS_OF_A_DAY))
            .orElse(0L);
    return date.plusDays(days);
  }

  private boolean isMostlyOver(LocalDate date) {
    var period = rhythm.of(date);
    double passed = ChronoUnit.DAYS.between(period, date);
    return passed / ChronoUnit.DAYS.between(period, rhythm.next(period)) >= MOSTLY;
  }

  /// As they were observed, with their season, those of the frozen baseline as they were frozen.
  private Series values(List<LocalDate> periods) {
    var picture = study.position().picture();
    var raw = picture.raw().orElse(picture.xmr().series());
    var frozen = study.beside().frozen().map(each -> each.values()).orElse(new TreeMap<>());
    double[] values = new double[periods.size()];
    for (int i = 0; i < values.length; i++) {
      boolean isDoubtful = study.beside().doubtful().contains(periods.get(i));
      values[i] =
          isDoubtful ? Double.NaN : frozen.getOrDefault(periods.get(i), raw.value(from + i));
    }
    return Series.of(values);
  }
}
