package outturn.outcome.confirm;

import java.time.LocalDate;
import java.util.List;
import outturn.evidence.attainment.Element;
import outturn.evidence.attainment.Forecast;

/// A plan as it is beside the same under a supposition, from the same draws of chance.
///
/// @param first the period in which both begin
/// @param missing the elements without a lever under the supposition
public record Supposed(LocalDate first, Forecast planned, Forecast then, List<Element> missing) {
  public Supposed {
    missing = List.copyOf(missing);
  }
}
