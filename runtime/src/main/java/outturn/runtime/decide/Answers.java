package outturn.runtime.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import outturn.engine.decide.Change;
import outturn.engine.decide.Decided;
import outturn.engine.decide.Effect;
import outturn.engine.run.Rows;
import outturn.engine.run.RunId;
import outturn.engine.verb.Verdict;

/// What those who asked for runs are told once the batch is committed: the rows that it wrote, so
/// that nobody has to read them again.
final class Answers {
  private final List<Answer> owed = new ArrayList<>();

  private record Answer(CompletableFuture<List<Rows.RunRow>> to, List<RunId> runs) {}

  private final Map<Long, CompletableFuture<Verdict>> asked = new HashMap<>();

  /// Takes note of somebody who waits for what comes of a command, and answers the number by which
  /// it is known in this batch.
  long ask(CompletableFuture<Verdict> to) {
    long number = asked.size() + 1L;
    asked.put(number, to);
    return number;
  }

  void owe(CompletableFuture<List<Rows.RunRow>> to, List<RunId> runs) {
    owed.add(new Answer(to, runs));
  }

  /// @param decided the whole batch
  void give(Decided decided) {
    for (var effect : decided.effects()) {
      if (!(effect instanceof Effect.Answer(var number, var verdict))) continue;
      var to = asked.get(number);
      if (to != null) to.complete(verdict);
    }
    if (!owed.isEmpty()) give(decided.changes());
  }

  private void give(List<Change> changes) {
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
