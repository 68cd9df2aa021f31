package outturn.engine.forecast;

import java.util.Locale;
import outturn.engine.pool.Lane;

/// Slots of workers, as pools.
public final class Slot {
  private static final String MARK = "slot/";

  private Slot() {}

  /// The name under which the slots of a lane are held.
  public static String of(Lane lane) {
    return MARK + lane.name().toLowerCase(Locale.ROOT);
  }

  public static boolean is(String pool) {
    return pool.startsWith(MARK);
  }

  /// Such as "worker slot (process)".
  public static String words(String pool) {
    return "worker slot (%s)".formatted(pool.substring(MARK.length()));
  }
}
