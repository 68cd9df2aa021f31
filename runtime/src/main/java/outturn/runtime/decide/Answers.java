package outturn.runtime.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import outturn.engine.decide.Change;
import outturn.engine.run.Rows;
import outturn.engine.run.RunId;

/// What those who asked for runs are told once the batch is committed: the rows that it wrote, so
/// that nobody has to read them again.
final class Answers {
  private final List<Answer> owed = new ArrayList<>();

  private record Answer(CompletableFuture<List<Rows.RunRow>> to, List<RunId> runs) {}

  void owe(CompletableFuture<List<Rows.RunRow>> to, List<RunId> runs) {
    owed.add(new Answer(to, runs));
  }

  /// @param changes of the whole batch
  void give(List<Change> changes) {
    if (owed.isEmpty()) return;
    Map<RunId, Rows.RunRow> rows = new HashMap<>();
    for (var change : changes) {
      if (change instanceof Change.RunAdded(var row)) rows.put(row.id(), row);
      if (change instanceof Change.RunEnded ended) {
        rows.computeIfPresent(ended.run(), (_, row) -> ended(row, ended));
      }
    }
    for (var answer : owed) answer.to().complete(answer.runs().stream().map(rows::get).toList());
  }

  private static Rows.RunRow ended(Rows.RunRow row, Change.RunEnded end) {
    var times = new Rows.Times(row.times().created(), row.times().started(), Optional.of(end.at()));
    return new Rows.RunRow(
        row.id(), row.order(), row.version(), end.state(), times, row.cancelledBy());
  }
}
