package outturn.store.retention;

import java.util.List;

/// What one pass removed.
///
/// @param ranges tables that were dropped whole
/// @param postponed tables that somebody held; the next pass tries again
/// @param runs and the rows after it: one by one, from ranges that stay
/// @param others rows of small tables: kept answers, due times, refused events
public record Removed(
    List<String> ranges, List<String> postponed, long runs, long attempts, long logs, long others) {
  public Removed {
    ranges = List.copyOf(ranges);
    postponed = List.copyOf(postponed);
  }

  public boolean nothing() {
    return ranges.isEmpty() && postponed.isEmpty() && runs + attempts + logs + others == 0;
  }

  /// `dropped run_2025w40; 12 runs, 40 attempts, 3 log chunks, 5 others`.
  @Override
  public String toString() {
    var rows =
        "%d runs, %d attempts, %d log chunks, %d others".formatted(runs, attempts, logs, others);
    var dropped = ranges.isEmpty() ? "" : "dropped %s; ".formatted(String.join(" ", ranges));
    var waits = postponed.isEmpty() ? "" : "; in use: " + String.join(" ", postponed);
    return dropped + rows + waits;
  }
}
