package outturn.outcome.datapackage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import outturn.definition.measure.Measure;
import outturn.outcome.amount.ObservedAmount;
import outturn.outcome.quality.Excluded;

/// Observations as CSV, every revision a row.
///
/// `value`, `numerator` and `denominator` are as they were recorded, `inUnit` is what the measure
/// makes of them. `counts` is `yes` or `no` for the latest revision of the whole, and empty where
/// nothing is judged: of segments, and of what was revised since.
public final class ObservationTable {
  public static final List<String> HEADER =
      List.of(
          "period",
          "segment",
          "value",
          "numerator",
          "denominator",
          "inUnit",
          "revision",
          "recordedAt",
          "by",
          "counts",
          "reason");

  private ObservationTable() {}

  /// @param rows known at `asOf`, in any order
  public static String write(Measure measure, Collection<ObservationRow> rows, Instant asOf) {
    return write(measure, rows, asOf, _ -> true);
  }

  /// @param rows known at `asOf`, in any order: all of them, since each is judged by the others
  /// @param wanted those to write
  public static String write(
      Measure measure,
      Collection<ObservationRow> rows,
      Instant asOf,
      Predicate<ObservationRow> wanted) {
    return write(new ObservedMeasure(measure, rows, asOf), wanted);
  }

  static String write(ObservedMeasure observed, Predicate<ObservationRow> wanted) {
    var excluded =
        observed.quality().excluded().stream()
            .collect(Collectors.toMap(Excluded::period, Excluded::why));
    var latest = observed.latest();
    var csv = new SafeCsv(HEADER);
    var quantity = observed.measure().quantity();
    for (var row : observed.rows()) {
      if (!wanted.test(row)) continue;
      var amount = row.amount();
      var why = excluded.getOrDefault(row.period(), "");
      boolean isJudged = row.segment().isEmpty() && latest.contains(row);
      csv.row(
          row.period().toString(),
          row.segment(),
          number(amount.value()),
          number(amount.numerator()),
          number(amount.denominator()),
          number(amount.in(quantity)),
          String.valueOf(row.revision()),
          row.recordedAt().toString(),
          row.by(),
          isJudged ? why.isEmpty() ? "yes" : "no" : "",
          isJudged ? why : "");
    }
    return csv.text();
  }

  private static String number(OptionalDouble number) {
    return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
  }

  /// A row by the words of the header.
  ///
  /// @param place of the row, as problems name it
  /// @throws Unreadable when it is none
  public static ObservationRow read(Map<String, String> cells, String place) {
    try {
      var amount =
          new ObservedAmount(
              number(cells, "value"), number(cells, "numerator"), number(cells, "denominator"));
      if (amount.value().isEmpty() && !amount.isRatio()) {
        throw new Unreadable(place + ": expected a value, or numerator and denominator");
      }
      return new ObservationRow(
          LocalDate.parse(cell(cells, "period")),
          SafeCsv.bare(cell(cells, "segment")),
          amount,
          Integer.parseInt(cell(cells, "revision")),
          Instant.parse(cell(cells, "recordedAt")),
          SafeCsv.bare(cell(cells, "by")));
    } catch (NumberFormatException | DateTimeException wrong) {
      throw new Unreadable("%s: %s".formatted(place, wrong.getMessage()));
    }
  }

  private static OptionalDouble number(Map<String, String> cells, String column) {
    var cell = cell(cells, column);
    if (cell.isEmpty()) return OptionalDouble.empty();
    double number = Double.parseDouble(cell);
    if (!Double.isFinite(number)) throw new NumberFormatException(cell + " is not finite");
    return OptionalDouble.of(number);
  }

  private static String cell(Map<String, String> cells, String column) {
    return cells.getOrDefault(column, "");
  }
}
