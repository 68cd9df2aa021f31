package outturn.runtime.decide;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.engine.decide.Change;
import outturn.engine.run.RunId;

/// Which runs look otherwise after a commit.
final class Touched {
  private Touched() {}

  static Set<RunId> by(List<Change> changes) {
    return changes.stream().flatMap(Touched::run).collect(Collectors.toSet());
  }

  private static Stream<RunId> run(Change change) {
    return switch (change) {
      case Change.RunAdded(var row) -> Stream.of(row.id());
      case Change.RunStarted(var run, _) -> Stream.of(run);
      case Change.RunEnded ended -> Stream.of(ended.run());
      case Change.CancelAsked(var run, _) -> Stream.of(run);
      case Change.RunReopened(var run, _) -> Stream.of(run);
      case Change.MarkSet(var mark) -> Stream.of(mark.run());
      case Change.MarkCleared(var run, _, _) -> Stream.of(run);
      case Change.Prioritised(var run, _) -> Stream.of(run);
      case Change.AttemptAdded(var row) -> Stream.of(row.id().run());
      case Change.AttemptEnded ended -> Stream.of(ended.attempt().run());
      case Change.AttemptMoved(var attempt, _) -> Stream.of(attempt.run());
      case Change.Granted(var run, _, _) -> Stream.of(run);
      case Change.TimerSet _,
          Change.TimerCleared _,
          Change.Released _,
          Change.Occurred _,
          Change.OccurrenceMissed _,
          Change.Looked _,
          Change.KeyKept _,
          Change.Answered _,
          Change.MessageTaken _,
          Change.OfEvents _,
          Change.Told _,
          Change.Audited _ ->
          Stream.empty();
    };
  }
}
