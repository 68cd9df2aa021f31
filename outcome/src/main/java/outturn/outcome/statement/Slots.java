package outturn.outcome.statement;

/// The parts of a statement, as far as they were recognised; an empty text where one was not.
///
/// @param who gets it
/// @param change what is different for them
/// @param from how much it is now
/// @param to how much it shall be
/// @param by when
/// @param soThat what it is good for
public record Slots(String who, String change, String from, String to, String by, String soThat) {
  /// The slots as one sentence: `Tenants wait for a repair from 9 to 4 days by June, so that they
  /// lose less pay.`
  public String sentence() {
    var amounts = (from.isEmpty() ? "" : " from " + from) + (to.isEmpty() ? "" : " to " + to);
    var purpose = soThat.isEmpty() ? "" : ", so that " + soThat;
    return "%s %s%s%s%s.".formatted(who, change, amounts, time(), purpose).strip();
  }

  /// A date alone is one by which it shall be so.
  private String time() {
    if (by.isEmpty()) return "";
    return by.matches("(?i)(by|within|before|from|over|in|during|until|since)\\b.*")
        ? " " + by
        : " by " + by;
  }
}
