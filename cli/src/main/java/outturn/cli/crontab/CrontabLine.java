package outturn.cli.crontab;

import java.util.List;

/// A line of a crontab.
///
/// @param number from 1
record CrontabLine(int number, String text, Content content) {

  /// What a line says.
  sealed interface Content {}

  record Blank() implements Content {}

  /// @param words without the `#`
  record Comment(String words) implements Content {}

  /// `NAME=value`, which holds for the entries below it.
  record Setting(String name, String value) implements Content {}

  /// A job.
  ///
  /// @param zone as written before the fields; empty when none is
  /// @param user of the user column; empty in a table without one
  /// @param command as written, its `%` not yet read
  record Entry(
      State state, Due.Times due, String zone, String user, String command, List<Remark> remarks)
      implements Content {
    Entry {
      remarks = List.copyOf(remarks);
    }

    Entry disabled() {
      return new Entry(State.DISABLED, due, zone, user, command, remarks);
    }

    /// Whether a start is left out while the last one still runs.
    boolean single() {
      return remarks.contains(EntryReader.SINGLE) || due.isInterval();
    }
  }

  /// What no job can be made of.
  ///
  /// @param reason why, and what to do
  record Refused(String reason) implements Content {}

  /// Whether cron runs an entry.
  enum State {
    ENABLED,
    /// It is commented out.
    DISABLED
  }
}
