package outturn.http.run;

import java.util.EnumMap;
import java.util.Map;
import outturn.store.log.Stream;

/// How far the log of an attempt was read.
///
/// @param seq the number of the first chunk that was not read to its end
/// @param read how many bytes of each stream were read, counted from that chunk on
record LogPlace(int seq, Map<Stream, Integer> read) {
  static final LogPlace START = new LogPlace(0, Map.of());

  LogPlace {
    read = Map.copyOf(read);
  }

  int of(Stream stream) {
    return read.getOrDefault(stream, 0);
  }

  int bytes() {
    return read.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// As a cursor has it: `4`, or `4.120.0.0` with the bytes of the streams in their order.
  String text() {
    if (read.values().stream().allMatch(bytes -> bytes == 0)) return Integer.toString(seq);
    var text = new StringBuilder(Integer.toString(seq));
    for (var stream : Stream.values()) text.append('.').append(of(stream));
    return text.toString();
  }

  /// @throws IllegalArgumentException when it is none
  static LogPlace parse(String text) {
    var parts = text.split("\\.", -1);
    var streams = Stream.values();
    if (parts.length != 1 && parts.length != streams.length + 1) {
      throw new IllegalArgumentException(text);
    }
    Map<Stream, Integer> read = new EnumMap<>(Stream.class);
    for (int i = 1; i < parts.length; i++) read.put(streams[i - 1], natural(parts[i]));
    return new LogPlace(natural(parts[0]), read);
  }

  private static int natural(String digits) {
    int number = Integer.parseInt(digits);
    if (number < 0) throw new IllegalArgumentException(digits);
    return number;
  }
}
