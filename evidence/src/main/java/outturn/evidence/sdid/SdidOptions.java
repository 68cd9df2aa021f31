package outturn.evidence.sdid;

import outturn.evidence.weights.Search;

/// @param draws of the placebos, where several units are treated; a single one has each control as
///   its placebo
/// @param level of the interval, such as 0.95
public record SdidOptions(Search search, int draws, double level, long seed) {
  public static final SdidOptions DEFAULT = new SdidOptions(Search.FRANK_WOLFE, 200, .95, 1);
}
