package outturn.cli.csv;

import java.util.regex.Pattern;

/// Columns of numbers, with a decimal point; missing is a cell that is empty, `NA` or `NaN`.
public final class Numbers {
  /// Squares and sums of such numbers are still finite.
  private static final double LARGEST = 1e50;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?");
  private static final Pattern MISSING = Pattern.compile("|NA|NaN", Pattern.CASE_INSENSITIVE);

  private Numbers() {}

  /// The values of a column, `NaN` where one is missing.
  public static double[] of(CsvFile file, String column) {
    var position = file.column(column);
    return file.rows().stream().mapToDouble(row -> value(file, row, position)).toArray();
  }

  /// Whether a cell says that there is nothing.
  public static boolean isMissing(String text) {
    return MISSING.matcher(text).matches();
  }

  private static double value(CsvFile file, CsvFile.Row row, int position) {
    var text = row.cell(position).strip();
    if (isMissing(text)) return Double.NaN;
    var name = file.header().get(position);
    if (!NUMBER.matcher(text).matches()) {
      throw file.refused(
          row.line(),
          Fault.NOT_A_NUMBER,
          "'%s' in column '%s' is not a number".formatted(text, name),
          "expected for example 1234.5, without units and grouping; an empty cell is a missing"
              + " value");
    }
    var value = Double.parseDouble(text);
    if (Math.abs(value) <= LARGEST) return value;
    throw file.refused(
        row.line(),
        Fault.OUT_OF_RANGE,
        "%s in column '%s' is too large".formatted(text, name),
        "expected at most 1e50 in size; use a larger unit");
  }
}
