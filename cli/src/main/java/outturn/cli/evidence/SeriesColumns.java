package outturn.cli.evidence;

import org.jspecify.annotations.Nullable;
import outturn.cli.csv.CsvFile;
import outturn.cli.csv.Fault;
import outturn.cli.csv.Numbers;
import outturn.cli.csv.Periods;
import outturn.cli.csv.Timeline;
import outturn.evidence.series.Series;
import picocli.CommandLine.Option;

/// The columns of one measure as options: its periods and its values.
public final class SeriesColumns {
  @Option(
      names = "--date",
      paramLabel = "COLUMN",
      description = "the column of periods, or two: year,month; default: rows are counted")
  private @Nullable String date;

  @Option(
      names = "--value",
      paramLabel = "COLUMN",
      required = true,
      description = "the column of values")
  private String value = "";

  public Timeline timeline(CsvFile data) {
    return date == null ? Periods.counted(data) : Periods.of(data, date);
  }

  /// As many values as there are periods, and at least one that is not missing.
  public Series series(CsvFile data) {
    var series = Series.of(Numbers.of(data, value));
    if (series.count() > 0) return series;
    throw data.refused(
        0, Fault.EMPTY, "column '%s' has no values".formatted(value), "expected numbers");
  }

  /// The name of the column of values.
  public String name() {
    return value;
  }
}
