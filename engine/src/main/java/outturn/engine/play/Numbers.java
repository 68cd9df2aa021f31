package outturn.engine.play;

/// Random numbers that are a function of what they are for: the same draw of the same task has the
/// same number, whatever else is drawn.
///
/// The function is the finalizer of SplitMix64 (Steele, Lea, Flood, *Fast splittable pseudorandom
/// number generators*, OOPSLA 2014).
public final class Numbers {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 0x1p-53;

  private Numbers() {}

  public static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /// A number for a text and what came before it.
  public static long key(long before, String text) {
    long key = mix(before + GOLDEN);
    for (int at = 0; at < text.length(); at++) key = mix(key * 31 + text.charAt(at) + GOLDEN);
    return key;
  }

  /// A number for the `n`-th use of a key.
  static long of(long key, long n) {
    return mix(key + (n + 1) * GOLDEN);
  }

  /// The number as one of 0..1, both excluded.
  static double unit(long number) {
    return ((number >>> 11) + 0.5) * UNIT;
  }
}
