package outturn.http.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import outturn.outcome.shift.Cause;
import outturn.outcome.shift.Shift;
import outturn.runtime.change.ChangeLog.Known;
import outturn.store.change.RecordedChange;
import outturn.store.change.ShiftAnswer;

/// Dated events and shifts, as JSON.
public final class ChangeJson {
  private ChangeJson() {}

  /// @param project that defines it; empty when it was told
  private record Dated(
      String name,
      String title,
      LocalDate date,
      String type,
      List<String> affects,
      Optional<String> project,
      Optional<Recorded> recorded) {}

  private record Recorded(
      int version, boolean withdrawn, String note, String way, String by, Instant at) {}

  private record Answered(
      String measure,
      LocalDate period,
      int version,
      Optional<String> change,
      String note,
      String by,
      Instant at) {}

  private record Shifted(LocalDate from, LocalDate to, String state, String sentence) {}

  static Object of(Known known) {
    return switch (known) {
      case Known.Defined(var change, var project) ->
          new Dated(
              change.name(),
              change.title(),
              change.date(),
              change.type().word(),
              change.affects(),
              Optional.of(project),
              Optional.empty());
      case Known.Told(var recorded) -> of(recorded);
    };
  }

  static Object of(RecordedChange recorded) {
    var change = recorded.change();
    var origin = recorded.origin();
    return new Dated(
        change.name(),
        change.title(),
        change.date(),
        change.type().word(),
        change.affects(),
        Optional.empty(),
        Optional.of(
            new Recorded(
                recorded.version(),
                recorded.state() == RecordedChange.State.WITHDRAWN,
                recorded.note(),
                origin.way(),
                origin.by(),
                origin.at())));
  }

  static Object of(ShiftAnswer answer) {
    return new Answered(
        answer.measure(),
        answer.period(),
        answer.version(),
        answer.change(),
        answer.note(),
        answer.by(),
        answer.at());
  }

  /// The shifts of a measure.
  public static List<?> of(List<Shift> shifts) {
    return shifts.stream()
        .map(shift -> new Shifted(shift.from(), shift.to(), state(shift.cause()), shift.sentence()))
        .toList();
  }

  private static String state(Cause cause) {
    return switch (cause) {
      case Cause.Asked() -> "asked";
      case Cause.NotKnown _ -> "not-known";
      case Cause.Near _ -> "change";
    };
  }
}
