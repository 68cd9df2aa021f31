package outturn.evidence.estimate;

import java.util.List;
import java.util.OptionalLong;

/// What an estimate rests on.
///
/// @param method the estimator in the words of the field, as in JSON: `reml-ar1`
/// @param n number of valid observations that were used
/// @param seed of the random numbers; empty where there are none
public record Grounds(
    String method, int n, List<Assumption> assumptions, List<Warning> warnings, OptionalLong seed) {
  public Grounds {
    assumptions = List.copyOf(assumptions);
    warnings = List.copyOf(warnings);
  }
}
