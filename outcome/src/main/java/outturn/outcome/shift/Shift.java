package outturn.outcome.shift;

import java.time.LocalDate;
import java.util.stream.Collectors;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;
import outturn.evidence.xmr.Side;
import outturn.outcome.period.Dates;
import outturn.outcome.period.Periods;
import outturn.outcome.words.Titles;

/// Neighbouring values with a special cause on one side.
///
/// @param from the first day of the first period
/// @param to the first day of the last period
public record Shift(Measure measure, LocalDate from, LocalDate to, Side side, Cause cause) {

  /// Whether somebody has to answer.
  public boolean isAsked() {
    return cause instanceof Cause.Asked;
  }

  /// `What happened here? March 2026: higher than the usual variation of the measure, and no change
  /// is known within two months of its beginning.`
  public String sentence() {
    return switch (cause) {
      case Cause.Asked() -> "What happened here? " + question();
      case Cause.NotKnown(var by, var note) ->
          "%s; the cause is not known (%s%s)."
              .formatted(what(), by, note.isEmpty() ? "" : ": " + note);
      case Cause.Near(var changes) ->
          "%s; near it: %s."
              .formatted(
                  what(), changes.stream().map(Shift::named).collect(Collectors.joining(", ")));
    };
  }

  /// What is asked, without the question.
  public String question() {
    return "%s, and no change is known within two %ss of its beginning."
        .formatted(what(), rhythm().word());
  }

  private static String named(Change change) {
    return "%s (%s)".formatted(change.title(), Dates.fully(change.date()));
  }

  private String what() {
    var span =
        from.equals(to)
            ? rhythm().label(from)
            : "%s to %s".formatted(rhythm().label(from), rhythm().label(to));
    return "%s: %s than the usual variation of the measure"
        .formatted(
            Titles.first(span),
            switch (side) {
              case HIGH -> "higher";
              case LOW -> "lower";
            });
  }

  private Periods rhythm() {
    return new Periods(measure.rhythm().cadence());
  }
}
