package outturn.outcome.position;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import outturn.definition.change.Change;
import outturn.definition.outcome.Lever;

/// A lever and the day on which it begins.
///
/// @param date the actual date, else that of its change, else the planned one; empty if there is
///   none
public record LeverStart(Lever lever, Optional<LocalDate> date) {
  public static LeverStart of(Lever lever, Collection<Change> changes) {
    var start = lever.start();
    var ofChange =
        start
            .change()
            .flatMap(name -> changes.stream().filter(each -> each.name().equals(name)).findFirst())
            .map(Change::date);
    return new LeverStart(lever, start.actual().or(() -> ofChange).or(start::planned));
  }
}
