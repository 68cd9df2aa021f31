package outturn.cli.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;

/// Reads a run's log page by page, each time from where the last page ended.
final class LogReader {
  private static final int PAGE = 500;

  private final Client client;
  private final String run;
  private final Part part;
  private @Nullable String cursor;

  /// Which part of the log; null for all tasks, items or attempts.
  record Part(@Nullable String task, @Nullable Integer item, @Nullable Integer attempt) {
    static final Part ALL = new Part(null, null, null);
  }

  /// Some lines in order.
  ///
  /// @param place where they end, to go on from there
  record Page(List<Fields> lines, State state, String place) {
    boolean isLast() {
      return lines.isEmpty() && state == State.ENDED;
    }
  }

  /// Whether there may be more lines later.
  enum State {
    ENDED,
    GROWING
  }

  LogReader(Client client, String run, Part part) {
    this.client = client;
    this.run = run;
    this.part = part;
  }

  /// The next lines; none if there are no more yet.
  Page next() {
    var answer =
        new Fields(
            client.send(
                Request.get("runs", run, "logs")
                    .with("task", part.task())
                    .with("item", part.item())
                    .with("attempt", part.attempt())
                    .with("after", cursor)
                    .with("limit", PAGE)));
    answer.find("next").ifPresent(next -> cursor = next);
    return new Page(
        answer.list("items"),
        answer.isTrue("ended") ? State.ENDED : State.GROWING,
        answer.text("next"));
  }
}
