package outturn.definition.calendar;

/// A calendar was asked about a year of which nobody told it. It does not guess: a holiday that is
/// missing would be a working day that nobody sees to be wrong.
public final class UnknownYear extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String calendar;
  private final int year;

  UnknownYear(String calendar, int year, KnownYears known, String advice) {
    super(
        "calendar '%s' does not know the year %d, only %s; %s"
            .formatted(calendar, year, known, advice));
    this.calendar = calendar;
    this.year = year;
  }

  /// The name of the calendar.
  public String calendar() {
    return calendar;
  }

  public int year() {
    return year;
  }
}
