package outturn.definition.precedence;

import outturn.definition.shape.Forms;
import outturn.definition.shape.Key;

/// How urgent work is: 5 goes first, 1 last.
public final class Priority {
  public static final int LOWEST = 1;
  public static final int USUAL = 3;
  public static final int HIGHEST = 5;

  public static final Key<Integer> OF_WORKFLOW =
      Key.optional(
          "priority", Forms.whole(LOWEST, HIGHEST), "How urgent it is: 5 goes first, 1 last; 3.");
  public static final Key<Integer> OF_TASK =
      Key.optional(
          "priority",
          Forms.whole(LOWEST, HIGHEST),
          "How urgent it is: 5 goes first, 1 last; the workflow's by default.");

  private Priority() {}

  /// Whether there is such a priority.
  public static boolean exists(int number) {
    return number >= LOWEST && number <= HIGHEST;
  }
}
