package outturn.cli.evidence.panel;

import outturn.cli.csv.CsvFile;
import picocli.CommandLine.Option;

/// The columns of a file with a row for each unit and period, as options.
public final class PanelColumns {
  @Option(
      names = "--unit",
      paramLabel = "COLUMN",
      required = true,
      description = "the column of units, such as sites")
  private String unit = "";

  @Option(
      names = "--time",
      paramLabel = "COLUMN",
      required = true,
      description = "the column of periods, or two: year,month")
  private String time = "";

  @Option(
      names = "--value",
      paramLabel = "COLUMN",
      required = true,
      description = "the column of values")
  private String value = "";

  /// A value for each unit in each period, or the refusal of the file.
  public PanelRows rows(CsvFile data) {
    return PanelRows.of(data, unit, time, value);
  }

  /// The name of the column of values.
  public String name() {
    return value;
  }
}
