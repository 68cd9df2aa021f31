package outturn.runtime.work;

import java.time.Duration;

/// Durations as definitions write them: `90s`, `30m`, `2h`.
public final class Words {
  private Words() {}

  public static String of(Duration length) {
    if (length.toMillis() % 1000 != 0) return length.toMillis() + "ms";
    long seconds = length.toSeconds();
    if (seconds % 86_400 == 0 && seconds > 0) return seconds / 86_400 + "d";
    if (seconds % 3_600 == 0 && seconds > 0) return seconds / 3_600 + "h";
    return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
