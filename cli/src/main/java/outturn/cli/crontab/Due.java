package outturn.cli.crontab;

import java.util.List;
import outturn.definition.schedule.Cron;

/// When an entry is due, as far as Outturn can say it.
sealed interface Due {

  /// @param written the time fields of the crontab
  record Times(String written, Cron cron, List<Remark> remarks) implements Due {
    public Times {
      remarks = List.copyOf(remarks);
    }

    /// FreeBSD's `@600`: so long after the last run ended.
    boolean isInterval() {
      return written.matches("@[0-9]+");
    }

    /// Whether Vixie's cron follows the clock on the wall through its changes: it does for a minute
    /// or an hour that begins with `*`, and makes up for the gap of all others.
    boolean followsTheWall() {
      var fields = cron.text().split(" ", -1);
      return fields.length == 5 && (fields[0].startsWith("*") || fields[1].startsWith("*"));
    }
  }

  /// @param reason why, and what to do
  record Never(String reason) implements Due {}
}
