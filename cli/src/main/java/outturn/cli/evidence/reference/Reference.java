package outturn.cli.evidence.reference;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import outturn.cli.csv.CsvFile;

/// A value that others published or computed, and how far ours may be from it.
///
/// @param value as it is written; `1973(10)` is October 1973
/// @param tolerance `0.005`; `1e-5 rel`, a share of the value; or `3% or 0.05`, whichever is wider
record Reference(String topic, String key, String value, String tolerance, String source) {
  private static final Pattern MONTH = Pattern.compile("(\\d{4})\\((\\d{1,2})\\)");
  private static final double PERCENT = 100;
  private static final int MONTHS = 12;

  /// Binary numbers do not hit the half exactly.
  private static final double LEEWAY = 1e-6;

  static Reference of(CsvFile file, CsvFile.Row row) {
    return new Reference(
        row.cell(file.column("topic")),
        row.cell(file.column("key")),
        row.cell(file.column("value")),
        row.cell(file.column("tolerance")),
        row.cell(file.column("source")));
  }

  /// A month is told by its number since the year 0, so that ours is compared as a number too.
  double number() {
    var month = MONTH.matcher(value);
    if (!month.matches()) return Double.parseDouble(value);
    return month(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)));
  }

  static double month(int year, int month) {
    return year * (double) MONTHS + month - 1;
  }

  boolean agrees(double ours) {
    return Math.abs(ours - number()) <= allowed();
  }

  /// Whether the reference may be ours, rounded to as many digits as are written, half way up or
  /// down.
  boolean isRoundingOf(double ours) {
    var half = new BigDecimal(value).ulp().doubleValue() / 2;
    return Math.abs(ours - number()) <= half * (1 + LEEWAY);
  }

  private double allowed() {
    if (MONTH.matcher(value).matches()) return 0;
    var either = tolerance.split("% or ", -1);
    if (either.length == 2) {
      var share = Double.parseDouble(either[0]) / PERCENT;
      return Math.max(share * Math.abs(number()), Double.parseDouble(either[1]));
    }
    return tolerance.endsWith(" rel")
        ? Double.parseDouble(tolerance.replace(" rel", "")) * Math.abs(number())
        : Double.parseDouble(tolerance);
  }
}
