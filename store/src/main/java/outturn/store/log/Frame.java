package outturn.store.log;

import java.time.Instant;
import java.util.Arrays;

/// What an attempt wrote at once: bytes of UTF-8 text, not necessarily whole lines or characters.
public final class Frame {
  private final Instant at;
  private final Stream stream;
  private final byte[] bytes;

  /// @param at kept to the millisecond
  /// @param bytes not changed from now on by anybody
  public Frame(Instant at, Stream stream, byte[] bytes) {
    this.at = Instant.ofEpochMilli(at.toEpochMilli());
    this.stream = stream;
    this.bytes = bytes;
  }

  public Instant at() {
    return at;
  }

  public Stream stream() {
    return stream;
  }

  /// The bytes themselves, not a copy.
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frame frame
        && at.equals(frame.at)
        && stream == frame.stream
        && Arrays.equals(bytes, frame.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * at.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "%s %s %d bytes".formatted(at, stream, bytes.length);
  }
}
