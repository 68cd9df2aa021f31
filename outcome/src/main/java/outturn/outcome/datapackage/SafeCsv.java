package outturn.outcome.datapackage;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes CSV as RFC 4180 has it. A text that a spreadsheet would take for a formula stands behind
/// an apostrophe; numbers are left as they are.
public final class SafeCsv {
  private static final String FORMULA = "=+-@\t\r";
  private static final String QUOTED = ",\"\r\n";

  private final StringBuilder text = new StringBuilder();
  private final int columns;

  SafeCsv(List<String> header) {
    this.columns = header.size();
    row(header.toArray(String[]::new));
  }

  void row(String... cells) {
    if (cells.length != columns) throw new IllegalArgumentException("a cell for each column");
    text.append(Stream.of(cells).map(SafeCsv::cell).collect(Collectors.joining(",")))
        .append("\r\n");
  }

  String text() {
    return text.toString();
  }

  private static String cell(String cell) {
    var safe = isFormula(cell) ? "'" + cell : cell;
    boolean isPlain =
        safe.equals(safe.strip()) && safe.chars().noneMatch(each -> QUOTED.indexOf(each) >= 0);
    return isPlain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  /// What was written of a text, without the apostrophe that made it safe.
  public static String bare(String cell) {
    return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
  }

  /// Also what already has an apostrophe before a formula, so that each text is written in its own
  /// way.
  private static boolean isFormula(String cell) {
    int start = 0;
    while (start < cell.length() && "' ".indexOf(cell.charAt(start)) >= 0) start++;
    return start < cell.length() && FORMULA.indexOf(cell.charAt(start)) >= 0 && !isNumber(cell);
  }

  private static boolean isNumber(String cell) {
    try {
      return Double.isFinite(Double.parseDouble(cell)) && cell.equals(cell.strip());
    } catch (NumberFormatException _) {
      return false;
    }
  }
}
