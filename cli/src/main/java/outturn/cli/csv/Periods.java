package outturn.cli.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Reads the periods of a file's rows. They ascend, none comes twice and none is left out.
public final class Periods {
  private static final String YEAR = "year";

  private final CsvFile file;
  private final List<CsvFile.Row> rows;
  private final List<String> texts;

  private Periods(CsvFile file, List<CsvFile.Row> rows, List<String> texts) {
    this.file = file;
    this.rows = rows;
    this.texts = texts;
  }

  /// The rows counted from 1.
  public static Timeline counted(CsvFile file) {
    var numbers = IntStream.rangeClosed(1, file.rows().size()).mapToObj(Integer::toString).toList();
    return new Periods(file, file.rows(), numbers).timeline();
  }

  /// Of a column; or of two, `year,month` or `year,quarter`. A column of months from 1 to 12 is
  /// read with the column `year` beside it.
  public static Timeline of(CsvFile file, String columns) {
    return read(file, columns).timeline();
  }

  /// Of columns as above, where several rows stand in the same period, in any order.
  public static SharedPeriods shared(CsvFile file, String columns) {
    return read(file, columns).shared();
  }

  private static Periods read(CsvFile file, String columns) {
    int comma = columns.indexOf(',');
    if (comma >= 0 && !file.has(columns)) {
      var year = columns.substring(0, comma).strip();
      return joined(file, year, columns.substring(comma + 1).strip());
    }
    var alone = new Periods(file, file.rows(), texts(file, columns));
    var year = file.header().stream().filter(YEAR::equalsIgnoreCase).findFirst();
    return year.isPresent() && !columns.equals(year.get()) && alone.isMonthNumbers()
        ? joined(file, year.get(), columns)
        : alone;
  }

  private static Periods joined(CsvFile file, String year, String part) {
    var years = texts(file, year);
    var parts = texts(file, part);
    var quarters = part.toLowerCase(Locale.ROOT).startsWith("q");
    return new Periods(
        file,
        file.rows(),
        IntStream.range(0, years.size())
            .mapToObj(i ->
                years.get(i)
                    + (quarters ? "-Q" : parts.get(i).length() == 1 ? "-0" : "-")
                    + parts.get(i))
            .toList());
  }

  private static List<String> texts(CsvFile file, String column) {
    var position = file.column(column);
    return file.rows().stream().map(row -> row.cell(position).strip()).toList();
  }

  private boolean isMonthNumbers() {
    return texts.stream().allMatch(text -> text.matches("0?[1-9]|1[0-2]"));
  }

  private Timeline timeline() {
    var starts = starts();
    checkOrder(starts);
    var step = Step.of(form(), starts);
    checkSteps(
        starts,
        step,
        "write a row with an empty cell for a period without a value; without --date, rows are"
            + " counted");
    return new Timeline(file, texts, starts, step);
  }

  private SharedPeriods shared() {
    var starts = starts();
    var firsts = new TreeMap<LocalDate, Integer>();
    for (var i = 0; i < starts.size(); i++) firsts.putIfAbsent(starts.get(i), i);
    var distinct =
        new Periods(
            file,
            firsts.values().stream().map(rows::get).toList(),
            firsts.values().stream().map(texts::get).toList());
    var ascending = List.copyOf(firsts.keySet());
    var step = Step.of(form(), ascending);
    distinct.checkSteps(ascending, step, "write rows for what is left out, or take a part");
    return new SharedPeriods(
        new Timeline(file, distinct.texts, ascending, step),
        starts.stream().mapToInt(start -> Collections.binarySearch(ascending, start)).toArray());
  }

  private List<LocalDate> starts() {
    if (texts.isEmpty()) {
      throw file.refused(
          0, Fault.EMPTY, "it has a header and no rows", "expected a row per period");
    }
    var form = form();
    var starts = new ArrayList<LocalDate>();
    for (var i = 0; i < texts.size(); i++) starts.add(start(form, i));
    return starts;
  }

  private PeriodForm form() {
    if (all(text -> PeriodForm.YEAR.first(text).isPresent())) return PeriodForm.YEAR;
    if (all(text -> PeriodForm.INDEX.first(text).isPresent())) return PeriodForm.INDEX;
    return PeriodForm.of(texts.getFirst())
        .orElseThrow(() -> notAPeriod(0, "expected %s".formatted(PeriodForm.EXAMPLES)));
  }

  private boolean all(Predicate<String> test) {
    return texts.stream().allMatch(test);
  }

  private LocalDate start(PeriodForm form, int row) {
    return form.first(texts.get(row))
        .orElseThrow(() ->
            notAPeriod(row, "expected one like '%s' in the first row".formatted(texts.getFirst())));
  }

  private RuntimeException notAPeriod(int row, String hint) {
    var text = texts.get(row);
    var found = text.isEmpty() ? "there is no period" : "'%s' is not a period".formatted(text);
    return file.refused(line(row), Fault.NOT_A_PERIOD, found, hint);
  }

  private void checkOrder(List<LocalDate> starts) {
    var lines = new HashMap<LocalDate, Integer>();
    for (var i = 0; i < starts.size(); i++) {
      var earlier = Optional.ofNullable(lines.put(starts.get(i), line(i)));
      if (earlier.isPresent()) {
        throw file.refused(
            line(i),
            Fault.DUPLICATE_PERIOD,
            "the period %s stands in line %d too".formatted(texts.get(i), earlier.get()),
            "expected one row per period: add them up, or take a part of the rows");
      }
    }
    for (var i = 1; i < starts.size(); i++) {
      if (starts.get(i - 1).isBefore(starts.get(i))) continue;
      throw irregular(i, "periods ascend", "sort the rows by period, the oldest first");
    }
  }

  private void checkSteps(List<LocalDate> starts, Step step, String hint) {
    for (var i = 1; i < starts.size(); i++) {
      if (step.isBetween(starts.get(i - 1), starts.get(i))) continue;
      throw irregular(i, "one each " + step.words(), hint);
    }
  }

  private RuntimeException irregular(int row, String expected, String hint) {
    return file.refused(
        line(row),
        Fault.IRREGULAR_PERIODS,
        "%s follows %s; expected %s".formatted(texts.get(row), texts.get(row - 1), expected),
        hint);
  }

  private int line(int row) {
    return rows.get(row).line();
  }
}
