package outturn.testkit.database;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import outturn.engine.decide.Change;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.Rows.RunRow;

/// Values that no PostgreSQL takes: the character NUL in a text, and in JSON a number that is not
/// finite.
public final class Unstorable {
  private Unstorable() {}

  static boolean in(Change change) {
    // The text of a record contains all of its texts.
    return change.toString().indexOf('\0') >= 0 || isPartOf(json(change));
  }

  private static Map<String, Object> json(Change change) {
    return switch (change) {
      case Change.RunAdded(RunRow row) -> row.order().inputs();
      case Change.AttemptAdded(AttemptRow row) -> row.outputs();
      case Change.AttemptEnded ended -> ended.outputs();
      case Change.Audited(var act, _) -> act.details();
      case Change.EventDecided decided -> decided.event().values();
      case Change.RunStarted _,
          Change.RunEnded _,
          Change.CancelAsked _,
          Change.Prioritised _,
          Change.AttemptMoved _,
          Change.TimerSet _,
          Change.TimerCleared _,
          Change.Granted _,
          Change.Released _,
          Change.Occurred _,
          Change.OccurrenceMissed _,
          Change.Looked _,
          Change.KeyKept _,
          Change.RunReopened _,
          Change.MarkSet _,
          Change.MarkCleared _,
          Change.Answered _,
          Change.EndTold _,
          Change.NeedAdded _,
          Change.NeedsRemoved _,
          Change.Told _,
          Change.MessageTaken _ ->
          Map.of();
    };
  }

  /// @param value of JSON
  static boolean isPartOf(Object value) {
    return switch (value) {
      case String text -> text.indexOf('\0') >= 0;
      case Double number -> !Double.isFinite(number);
      case List<?> list -> anyOf(list);
      case Map<?, ?> map -> anyOf(map.keySet()) || anyOf(map.values());
      default -> false;
    };
  }

  private static boolean anyOf(Collection<?> values) {
    return values.stream().anyMatch(Unstorable::isPartOf);
  }
}
