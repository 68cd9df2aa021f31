package outturn.outcome.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import outturn.definition.measure.Measure;
import outturn.outcome.period.Periods;

/// When the data of an analysis begins to come in.
public final class FirstKnown {
  private FirstKnown() {}

  /// The first day on which a value of a whole period after a change can be known, of any measure;
  /// empty if there are no measures.
  public static Optional<LocalDate> after(LocalDate change, Collection<Measure> measures) {
    return measures.stream().map(measure -> after(change, measure)).min(LocalDate::compareTo);
  }

  private static LocalDate after(LocalDate change, Measure measure) {
    var rhythm = measure.rhythm();
    var periods = new Periods(rhythm.cadence());
    return periods.next(periods.from(change)).plusDays(rhythm.lag().toDays());
  }
}
