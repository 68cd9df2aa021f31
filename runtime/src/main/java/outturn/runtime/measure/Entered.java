package outturn.runtime.measure;

import java.util.List;
import outturn.store.measure.Recorded;

/// What became of observations that a person entered.
public sealed interface Entered {

  /// They are in the record.
  record Done(Recorded counts) implements Entered {}

  /// None was recorded.
  ///
  /// @param problems one sentence each, with row, column and what to do
  record Refused(List<String> problems) implements Entered {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /// No measure of this name is in force.
  record NoSuchMeasure() implements Entered {}
}
