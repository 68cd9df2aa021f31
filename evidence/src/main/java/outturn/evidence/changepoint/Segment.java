package outturn.evidence.changepoint;

import java.util.List;
import outturn.evidence.series.Window;

/// A stretch of a series between two changes.
///
/// @param window its periods, from the first with a value to the last
/// @param n values in it
/// @param mean of these, in the unit of the measure
/// @param coefficients of its regression, the constant first; empty without one
public record Segment(Window window, int n, double mean, List<Double> coefficients) {
  public Segment {
    coefficients = List.copyOf(coefficients);
  }
}
