package outturn.definition.schedule;

/// The values that a cron field lets through, as bits 0 to 63.
record Values(long bits) {

  /// What [#from] answers when there is none.
  static final int NONE = 64;

  boolean contains(int value) {
    return (bits >>> value & 1) != 0;
  }

  /// The smallest value that is at least this one, or [#NONE].
  int from(int least) {
    return least >= NONE ? NONE : Long.numberOfTrailingZeros(bits & -1L << least);
  }

  int first() {
    return from(0);
  }

  boolean isEmpty() {
    return bits == 0;
  }
}
