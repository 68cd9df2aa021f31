package outturn.evidence.score;

/// A chance that was given, and what came of it.
///
/// @param chance that it would be reached, 0..1
public record Resolved(double chance, Result result) {
  public enum Result {
    REACHED,
    MISSED
  }

  double happened() {
    return switch (result) {
      case REACHED -> 1;
      case MISSED -> 0;
    };
  }
}
