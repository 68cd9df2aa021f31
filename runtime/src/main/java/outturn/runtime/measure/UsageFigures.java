package outturn.runtime.measure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import outturn.definition.measure.GraphSource;
import outturn.definition.measure.GraphSource.Figure;
import outturn.definition.measure.GraphSource.OfDays;
import outturn.outcome.period.Periods;

/// What usage reports of Microsoft 365 amount to, by period.
///
/// Reports reach back 7, 30, 90 or 180 days and are two days behind; those of users can be asked
/// for one of the last 30 days. A period that is not whole in all reports has no figure.
final class UsageFigures {
  private static final List<Integer> WINDOWS = List.of(7, 30, 90, 180);
  private static final int DAYS_BEHIND = 2;
  private static final int DAYS_OF_USERS = 30;

  private final GraphSource source;
  private final Periods periods;
  private final Span span;
  private final LocalDate today;
  private final Map<String, UsageReport> reports = new LinkedHashMap<>();
  private final Map<String, List<Call>> calls = new LinkedHashMap<>();

  /// @param today in UTC, as the days of the reports are
  UsageFigures(GraphSource source, Periods periods, Span span, LocalDate today) {
    this.source = source;
    this.periods = periods;
    this.span = span;
    this.today = today;
    Stream.concat(source.above().stream(), source.below().stream()).forEach(this::plan);
  }

  /// A report's answer is wanted for a day, or, without one, for all days in it.
  private record Call(UsageReport report, LocalDate day) {}

  private void plan(Figure figure) {
    var key = key(figure);
    if (reports.containsKey(key)) return;
    if (figure.isOfUsers()) {
      var report = new UsageReport.OfUsers(figure);
      reports.put(key, report);
      for (var day : days(span.firstDay(), span.lastDay())) {
        if (!isThere(day)) continue;
        ask("%s(date=%s)".formatted(figure.report(), day), new Call(report, day));
      }
    } else {
      var report = new UsageReport.OfDays(figure);
      reports.put(key, report);
      ask("%s(period='D%d')".formatted(figure.report(), window()), new Call(report, today));
    }
  }

  private void ask(String text, Call call) {
    calls.computeIfAbsent(text, _ -> new ArrayList<>()).add(call);
  }

  /// A report of users is there for a day of the last 30, two days later.
  private boolean isThere(LocalDate day) {
    return day.isAfter(today.minusDays(DAYS_OF_USERS))
        && !day.isAfter(today.minusDays(DAYS_BEHIND));
  }

  /// The smallest one that reaches the first day.
  private int window() {
    long needed = span.firstDay().until(today, ChronoUnit.DAYS);
    return WINDOWS.stream().filter(days -> days >= needed).findFirst().orElse(WINDOWS.getLast());
  }

  /// What is to be asked of the service, each once.
  List<String> calls() {
    return List.copyOf(calls.keySet());
  }

  /// Takes the answer to one of them.
  ///
  /// @param csv of names of people only hashes are kept, and only until the figures are made
  void take(String call, String csv, Consumer<String> problems) {
    for (var each : calls.getOrDefault(call, List.of())) {
      each.report().take(each.day(), csv, problems);
    }
  }

  /// A figure for each period that is whole in all reports.
  ///
  /// @param notes hears which are not, and why
  List<Given> given(Consumer<String> notes) {
    var given = new ArrayList<Given>();
    var leftOut = new LinkedHashMap<String, List<LocalDate>>();
    for (var period : periods.within(span.firstDay(), span.lastDay())) {
      var days = days(period, periods.lastDay(period));
      var missing = reports.values().stream().filter(report -> !report.covers(days)).findFirst();
      if (missing.isPresent()) {
        leftOut.computeIfAbsent(missing.get().reach(), _ -> new ArrayList<>()).add(period);
      } else {
        given.add(given(period, days));
      }
    }
    leftOut.forEach((reach, left) ->
        notes.accept(
            "%s left out, up to the %s: %s"
                .formatted(periods.count(left.size()), periods.label(left.getLast()), reach)));
    return given;
  }

  private Given given(LocalDate period, List<LocalDate> days) {
    double above = sum(source.above(), days);
    if (!source.isFraction()) {
      return new Given(
          period, "", OptionalDouble.of(above), OptionalDouble.empty(), OptionalDouble.empty());
    }
    double below = source.eligible().orElseGet(() -> sum(source.below(), days));
    return new Given(
        period, "", OptionalDouble.empty(), OptionalDouble.of(above), OptionalDouble.of(below));
  }

  private double sum(List<Figure> figures, List<LocalDate> days) {
    double sum = 0;
    for (var figure : figures) {
      var report = reports.get(key(figure));
      if (report == null) throw new IllegalStateException(key(figure));
      double total = report.total(days);
      boolean isMean = source.ofDays() == OfDays.MEAN && !figure.isOfUsers();
      sum += isMean ? total / days.size() : total;
    }
    return sum;
  }

  private static String key(Figure figure) {
    return figure.report() + figure.columns();
  }

  private static List<LocalDate> days(LocalDate first, LocalDate last) {
    return first.datesUntil(last.plusDays(1)).toList();
  }
}
