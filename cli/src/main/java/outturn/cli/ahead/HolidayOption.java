package outturn.cli.ahead;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// The option that supposes holidays.
public final class HolidayOption {
  @Option(
      names = "--holiday",
      paramLabel = "DATE[@CALENDAR]",
      split = ",",
      description = "as if the day were a holiday, in all calendars or in one")
  private List<String> holidays = new ArrayList<>();

  /// Each as it was written.
  public List<String> holidays() {
    return List.copyOf(holidays);
  }
}
