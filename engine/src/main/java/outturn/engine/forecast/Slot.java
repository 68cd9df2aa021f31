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

  static boolean is(String pool) {
    return pool.startsWith(MARK);
  }

  static String lane(String pool) {
    return pool.substring(MARK.length());
  }
}
