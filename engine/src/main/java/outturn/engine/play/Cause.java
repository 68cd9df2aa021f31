package outturn.engine.play;

/// Why an attempt, or a course, begins no earlier; constants, as they fill arrays.
public final class Cause {
  /// Its course begins.
  public static final byte COURSE = 0;

  /// A task that it needs has ended.
  public static final byte NEED = 1;

  /// Another attempt has given back of a pool.
  public static final byte POOL = 2;

  /// A pool has another size.
  public static final byte RESIZE = 3;

  /// Its time has come.
  public static final byte TIME = 4;

  /// It was ready, ran, or was to be tried again before the draw began.
  public static final byte BEFORE = 5;

  /// Another course has ended, whose turn it was.
  public static final byte TURN = 6;

  /// Another course has succeeded, on which it depends.
  public static final byte DEPENDS = 7;

  /// The attempt before it has failed.
  public static final byte RETRY = 8;

  private Cause() {}
}
