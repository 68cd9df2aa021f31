package outturn.http.run;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outturn.store.log.Chunk;
import outturn.store.log.Frame;
import outturn.store.log.Stream;

/// Cuts what an attempt wrote into lines. Its bytes come in chunks that end anywhere; a line that
/// may still grow is left for the next time, unless much else came after it.
final class LogLines {
  /// A longer line is cut.
  static final int LONGEST = 16_384;

  /// A begun line is told as it is when so many bytes came after its beginning: else it would hold
  /// up the reading of all others.
  static final int LONGEST_WAIT = 65_536;

  private final LogPlace from;
  private final int most;
  private final List<Line> lines = new ArrayList<>();
  private final Map<Stream, ByteArrayOutputStream> begun = new EnumMap<>(Stream.class);
  private final Map<Stream, Instant> begunAt = new EnumMap<>(Stream.class);
  private final Map<Stream, Long> begunPast = new EnumMap<>(Stream.class);
  private final Map<Stream, Integer> passed = new EnumMap<>(Stream.class);
  private final Map<Stream, Integer> told = new EnumMap<>(Stream.class);
  private long past;

  record Line(Instant at, Stream stream, String text) {}

  /// What was read, and where to go on.
  record Part(List<Line> lines, LogPlace next) {}

  /// Whether what is there is all that ever will be.
  enum Rest {
    MAY_COME,
    NONE
  }

  private LogLines(LogPlace from, int most) {
    this.from = from;
    this.most = most;
    for (var stream : Stream.values()) {
      begun.put(stream, new ByteArrayOutputStream());
      told.put(stream, from.of(stream));
    }
  }

  /// @param chunks from the place's chunk on
  /// @param most lines
  static Part of(List<Chunk> chunks, LogPlace from, int most, Rest rest) {
    var reader = new LogLines(from, most);
    for (var chunk : chunks) {
      for (var frame : chunk.frames()) reader.take(frame);
    }
    if (rest == Rest.NONE) {
      for (var stream : Stream.values()) reader.end(stream);
    }
    return new Part(reader.lines, reader.next(chunks));
  }

  private void take(Frame frame) {
    for (var stream : Stream.values()) {
      if (past - begunPast.getOrDefault(stream, past) > LONGEST_WAIT) end(stream);
    }
    var stream = frame.stream();
    int place = passed.getOrDefault(stream, 0);
    passed.put(stream, place + frame.bytes().length);
    int skipped = Math.clamp(from.of(stream) - (long) place, 0, frame.bytes().length);
    for (int at = skipped; at < frame.bytes().length; at++) {
      if (lines.size() == most) return;
      byte each = frame.bytes()[at];
      begunAt.putIfAbsent(stream, frame.at());
      begunPast.putIfAbsent(stream, past + at);
      var line = open(stream);
      if (each != '\n') line.write(each);
      if (each == '\n' || line.size() >= LONGEST) {
        told.put(stream, place + at + 1);
        close(stream, frame.at());
      }
    }
    past += frame.bytes().length;
  }

  private ByteArrayOutputStream open(Stream stream) {
    return begun.computeIfAbsent(stream, _ -> new ByteArrayOutputStream());
  }

  private void close(Stream stream, Instant at) {
    var line = open(stream);
    var text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    var since = begunAt.remove(stream);
    begunPast.remove(stream);
    var cut = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    lines.add(new Line(since == null ? at : since, stream, cut));
  }

  /// A line without its end.
  private void end(Stream stream) {
    var since = begunAt.get(stream);
    if (since == null || open(stream).size() == 0 || lines.size() == most) return;
    told.put(stream, passed.getOrDefault(stream, 0));
    close(stream, since);
  }

  /// Behind all chunks that were told to their end, in all of their streams.
  private LogPlace next(List<Chunk> chunks) {
    var left = new HashMap<>(told);
    for (var chunk : chunks) {
      Map<Stream, Integer> sizes = new EnumMap<>(Stream.class);
      for (var frame : chunk.frames()) {
        sizes.merge(frame.stream(), frame.bytes().length, Integer::sum);
      }
      boolean done =
          sizes.entrySet().stream().allMatch(e -> left.getOrDefault(e.getKey(), 0) >= e.getValue());
      if (!done) return new LogPlace(chunk.seq(), left);
      sizes.forEach((stream, size) -> left.merge(stream, -size, Integer::sum));
    }
    return chunks.isEmpty() ? from : new LogPlace(chunks.getLast().seq() + 1, Map.of());
  }
}
