package outturn.engine.play;

/// Where a task stands in a draw; constants, as they fill arrays.
public final class State {
  public static final byte WAITING = 0;
  public static final byte READY = 1;
  public static final byte RUNNING = 2;
  public static final byte DELAYED = 3;

  /// Does not go on.
  public static final byte STUCK = 4;

  public static final byte SUCCEEDED = 5;
  public static final byte FAILED = 6;
  public static final byte SKIPPED = 7;

  /// Later than anything that happens.
  public static final long NEVER = Long.MAX_VALUE;

  private State() {}

  static boolean ended(byte state) {
    return state >= SUCCEEDED;
  }

  /// The bit of an end in a set of accepted ones.
  static int bit(byte end) {
    return 1 << (end - SUCCEEDED);
  }
}
