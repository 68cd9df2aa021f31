package outturn.tasks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import outturn.spi.Log;

/// A log that remembers, up to a size for each stream, and counts the rest.
public final class RecordedLog implements Log {

  private static final int KEPT = 64 * 1024;

  private final Map<Stream, ByteArrayOutputStream> kept = new EnumMap<>(Stream.class);
  private final Map<Stream, Long> counts = new EnumMap<>(Stream.class);
  private int longest;

  @Override
  public synchronized void write(Stream stream, byte[] bytes, int offset, int length) {
    counts.merge(stream, (long) length, Long::sum);
    longest = Math.max(longest, length);
    var text = kept.computeIfAbsent(stream, _ -> new ByteArrayOutputStream());
    if (text.size() < KEPT) text.write(bytes, offset, length);
  }

  public synchronized String text(Stream stream) {
    var text = kept.get(stream);
    return text == null ? "" : text.toString(StandardCharsets.UTF_8);
  }

  public synchronized long count(Stream stream) {
    return counts.getOrDefault(stream, 0L);
  }

  /// The size of the largest write.
  public synchronized int longest() {
    return longest;
  }
}
