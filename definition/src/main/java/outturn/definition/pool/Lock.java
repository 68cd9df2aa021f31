package outturn.definition.pool;

/// A right that one attempt has alone, or several share.
///
/// It is held as a pool is: who shares it holds one of [#WHOLE], who has it alone holds all.
public record Lock(String name, String title) {
  public static final int WHOLE = 1_000_000;

  private static final String MARK = "lock/";

  /// How an attempt holds it.
  public enum Hold {
    /// Nobody else holds it.
    EXCLUSIVE,
    /// Others who share it may hold it too.
    SHARED;

    /// How much of the whole.
    public int amount() {
      return this == EXCLUSIVE ? WHOLE : 1;
    }
  }

  /// The name under which a lock is held; no pool has such a one.
  public static String held(String lock) {
    return MARK + lock;
  }

  /// Whether a lock is held under this name, and not a pool.
  public static boolean is(String pool) {
    return pool.startsWith(MARK);
  }

  /// The name of the lock that is held under this name.
  public static String name(String pool) {
    return pool.substring(MARK.length());
  }
}
