package outturn.evidence.season;

import outturn.evidence.series.Window;

/// What is to be learned, and from where.
///
/// @param cycle periods of a cycle, such as 12 for months of a year; at least 2
/// @param reference whole cycles from which alone the factors are estimated: the baseline, so that
///   the effect that is looked for cannot hide in them
public record Season(int cycle, Model model, Window reference) {
  public Season {
    if (cycle < 2) {
      throw new IllegalArgumentException(
          "a cycle of %d periods; expected 2 or more".formatted(cycle));
    }
  }
}
