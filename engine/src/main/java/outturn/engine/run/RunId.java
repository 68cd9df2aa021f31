package outturn.engine.run;

import java.time.Instant;
import java.util.Locale;

/// The id of a run: 64 bits, ordered by time, with the partition that decides it in them.
///
/// From the top: 42 bits of milliseconds since 2020, 6 bits of partition, 15 bits of sequence.
/// Written as 13 characters of base 32 without `i l o u`, so that text sorts as numbers do.
public record RunId(long value) implements Comparable<RunId> {
  private static final int SEQUENCE_BITS = 15;
  private static final int TIME_SHIFT = 21;
  private static final long EPOCH = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 13;

  public RunId {
    if (value < 0) throw new IllegalArgumentException("a run id is not negative: " + value);
  }

  /// The smallest id that a run made at this time can have.
  public static RunId firstAt(Instant time) {
    return new RunId(Math.max(0, time.toEpochMilli() - EPOCH) << TIME_SHIFT);
  }

  static RunId of(long millis, int partition, int sequence) {
    return new RunId((millis - EPOCH) << TIME_SHIFT | (long) partition << SEQUENCE_BITS | sequence);
  }

  public int partition() {
    return (int) (value >> SEQUENCE_BITS) & (Partition.COUNT - 1);
  }

  public Instant time() {
    return Instant.ofEpochMilli((value >> TIME_SHIFT) + EPOCH);
  }

  /// @throws IllegalArgumentException when the text is not a run id
  public static RunId parse(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != LENGTH) throw notAnId(text);
    long value = 0;
    for (int at = 0; at < LENGTH; at++) {
      int digit = DIGITS.indexOf(lower.charAt(at));
      if (digit < 0 || value >>> 58 != 0) throw notAnId(text);
      value = value << 5 | digit;
    }
    return new RunId(value);
  }

  private static IllegalArgumentException notAnId(String text) {
    return new IllegalArgumentException(
        "not a run id: '%s'; one has 13 letters and digits, such as 01k8x2m9q7r4s".formatted(text));
  }

  /// Mixed, since ids of one millisecond differ in few bits and would share their places in a
  /// table.
  @Override
  public int hashCode() {
    return Long.hashCode(value * 0x9E3779B97F4A7C15L);
  }

  @Override
  public int compareTo(RunId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    var text = new char[LENGTH];
    long rest = value;
    for (int at = LENGTH - 1; at >= 0; at--) {
      text[at] = DIGITS.charAt((int) (rest & 31));
      rest >>>= 5;
    }
    return new String(text);
  }
}
