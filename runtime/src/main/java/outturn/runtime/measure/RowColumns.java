package outturn.runtime.measure;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import outturn.definition.measure.Measure;

/// Reads the columns `period`, `segment`, `value`, `numerator` and `denominator` of rows, in any
/// case, from text or numbers; others are left alone.
final class RowColumns {
  private final ZoneId zone;
  private final Consumer<String> problems;

  RowColumns(Measure measure, Consumer<String> problems) {
    this.zone = measure.rhythm().timezone();
    this.problems = problems;
  }

  /// The row, or nothing when a problem was told.
  Optional<Given> read(String place, Map<String, Object> cells) {
    var row = new Row(place, cells);
    var period = row.period();
    var given =
        new Given(
            period.orElse(LocalDate.EPOCH),
            row.segment(),
            row.number("value"),
            row.number("numerator"),
            row.number("denominator"));
    return row.isRight ? Optional.of(given) : Optional.empty();
  }

  /// Which revision a line is; 0 where it does not say.
  int revision(CsvText.Line line) {
    var row = new Row(line.place(), line.cells());
    double number = row.number("revision").orElse(0);
    if (number != Math.rint(number) || number < 0 || number > Integer.MAX_VALUE) {
      row.problem("revision", "is %s; expected a whole number from 1".formatted(number));
      return 0;
    }
    return (int) number;
  }

  private final class Row {
    private final String place;
    private final Map<String, Object> cells;
    private boolean isRight = true;

    Row(String place, Map<String, Object> cells) {
      this.place = place;
      this.cells = cells;
    }

    Optional<LocalDate> period() {
      var cell = cell("period");
      if (cell == null) {
        problem("period", "is missing; expected a date such as 2026-01-31");
        return Optional.empty();
      }
      var date = date(cell.toString());
      if (date.isEmpty()) {
        problem("period", "is '%s'; expected a date such as 2026-01-31".formatted(cell));
      }
      return date;
    }

    String segment() {
      var cell = cell("segment");
      return cell == null ? "" : cell.toString();
    }

    OptionalDouble number(String column) {
      var cell = cell(column);
      if (cell == null) return OptionalDouble.empty();
      if (cell instanceof Number number) return OptionalDouble.of(number.doubleValue());
      try {
        return OptionalDouble.of(Double.parseDouble(cell.toString()));
      } catch (NumberFormatException _) {
        problem(column, "is '%s'; expected a number such as 12.5".formatted(cell));
        return OptionalDouble.empty();
      }
    }

    private @Nullable Object cell(String column) {
      var exact = cells.get(column);
      if (exact != null) return exact;
      return cells.entrySet().stream()
          .filter(each -> each.getKey().toLowerCase(Locale.ROOT).equals(column))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(null);
    }

    private void problem(String column, String text) {
      isRight = false;
      problems.accept("%s, column %s: %s".formatted(place, column, text));
    }
  }

  /// A date, or the day of a local time or of an instant in the measure's zone, as databases
  /// answer.
  private Optional<LocalDate> date(String text) {
    try {
      if (text.endsWith("Z")) return Optional.of(LocalDate.ofInstant(Instant.parse(text), zone));
      if (text.contains("T")) return Optional.of(LocalDateTime.parse(text).toLocalDate());
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
