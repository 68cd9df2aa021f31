package outturn.runtime.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outturn.definition.measure.Measure;
import outturn.outcome.datapackage.SafeCsv;
import outturn.outcome.period.Dates;
import outturn.outcome.period.Periods;
import outturn.store.measure.Observation;

/// Checks rows before they become observations of a measure: each problem names row and column.
final class Rows {
  private static final int MOST_PROBLEMS = 20;

  private final Measure measure;
  private final Periods periods;
  private final LocalDate today;
  private final List<Observation> right = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Map<List<Object>, String> seen = new HashMap<>();

  Rows(Measure measure, Instant now) {
    this.measure = measure;
    this.periods = new Periods(measure.rhythm().cadence());
    this.today = LocalDate.ofInstant(now, measure.rhythm().timezone());
  }

  /// Rows after the check.
  sealed interface Checked {
    /// All are right.
    record Right(List<Observation> observations) implements Checked {}

    /// At least one is wrong; none may be recorded.
    record Wrong(List<String> problems) implements Checked {}
  }

  /// Rows that were given one by one, counted from 1.
  static Checked of(Measure measure, List<Given> given, Instant now) {
    var rows = new Rows(measure, now);
    for (var index = 0; index < given.size(); index++) {
      rows.add("row " + (index + 1), given.get(index));
    }
    return rows.checked();
  }

  /// The lines of a CSV text. Of one that has revisions the latest of each period count: when
  /// something was known is for the server to say that records it.
  static Checked ofCsv(Measure measure, String text, Instant now) {
    var rows = new Rows(measure, now);
    var columns = new RowColumns(measure, rows::problem);
    var read = new ArrayList<Revised>();
    for (var line : new CsvText(text, "", rows::problem).lines()) {
      columns
          .read(line.place(), line.cells())
          .ifPresent(
              given -> read.add(new Revised(line.place(), bare(given), columns.revision(line))));
    }
    var latest = new HashMap<List<Object>, Integer>();
    read.forEach(each -> latest.merge(each.key(), each.revision(), Math::max));
    read.stream()
        .filter(each -> latest.getOrDefault(each.key(), 0) == each.revision())
        .forEach(each -> rows.add(each.place(), each.given()));
    return rows.checked();
  }

  /// @param revision 0 where the line has none
  private record Revised(String place, Given given, int revision) {
    List<Object> key() {
      return List.of(given.segment(), given.period());
    }
  }

  /// Without what makes a segment safe in a spreadsheet.
  private static Given bare(Given given) {
    return new Given(
        given.period(),
        SafeCsv.bare(given.segment()),
        given.value(),
        given.numerator(),
        given.denominator());
  }

  /// Adds one row.
  ///
  /// @param place where it is, as problems name it
  void add(String place, Given given) {
    var before = problems.size();
    checkPeriod(place, given);
    new RowAmounts(measure, place, problems::add).check(given);
    var key = List.<Object>of(given.segment(), given.period());
    var other = seen.putIfAbsent(key, place);
    if (other != null) {
      problems.add(
          "%s, column period: %s was given in %s already; give each period%s once"
              .formatted(
                  place,
                  given.period(),
                  other,
                  measure.segments().map(word -> " of a " + word).orElse("")));
    }
    if (problems.size() == before) {
      right.add(
          new Observation(
              given.segment(),
              given.period(),
              given.value(),
              given.numerator(),
              given.denominator()));
    }
  }

  void problem(String text) {
    problems.add(text);
  }

  Checked checked() {
    if (problems.isEmpty()) return new Checked.Right(List.copyOf(right));
    if (problems.size() <= MOST_PROBLEMS) return new Checked.Wrong(List.copyOf(problems));
    var shown = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
    shown.add("and %,d more".formatted(problems.size() - MOST_PROBLEMS));
    return new Checked.Wrong(shown);
  }

  private void checkPeriod(String place, Given given) {
    var period = given.period();
    if (!periods.isStart(period)) {
      problems.add(
          "%s, column period: %s does not begin a %s; write %s for the one that it is in"
              .formatted(place, period, periods.word(), periods.of(period)));
    } else if (period.isAfter(today)) {
      problems.add(
          "%s, column period: %s is in the future; today is %s"
              .formatted(place, period, Dates.shortly(today)));
    }
  }
}
