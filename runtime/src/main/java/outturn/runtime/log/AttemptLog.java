package outturn.runtime.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import outturn.engine.run.AttemptId;
import outturn.spi.Log;
import outturn.store.log.Chunk;
import outturn.store.log.Frame;

/// The log of one attempt: masks secrets, limits the size, and keeps what was written until the
/// lane fetches it.
public final class AttemptLog implements Log, AutoCloseable {
  private static final byte[] END_OF_LINE = {'\n'};

  private final AttemptId attempt;
  private final LogLane lane;
  private final long most;
  private final Set<String> secrets = new HashSet<>();
  private final Map<Stream, Masker> maskers = new EnumMap<>(Stream.class);
  private List<Frame> frames = new ArrayList<>();
  private long size;
  private int nextChunk;
  private boolean full;

  AttemptLog(AttemptId attempt, LogLane lane, long most) {
    this.attempt = attempt;
    this.lane = lane;
    this.most = most;
  }

  /// From here on the text is masked wherever it is written.
  public synchronized void mask(String secret) {
    if (!secrets.add(secret)) return;
    maskers.forEach((stream, masker) -> add(stream, masker.rest()));
    maskers.clear();
  }

  /// A text of another origin without the attempt's secrets, such as the message of a failure.
  public synchronized String masked(String text) {
    var masker = new Masker(secrets);
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var begin = new String(masker.mask(bytes, 0, bytes.length), StandardCharsets.UTF_8);
    return begin + new String(masker.rest(), StandardCharsets.UTF_8);
  }

  @Override
  public void write(Stream stream, byte[] bytes, int offset, int length) {
    synchronized (this) {
      var masker = maskers.computeIfAbsent(stream, _ -> new Masker(secrets));
      add(stream, masker.mask(bytes, offset, length));
    }
    lane.written(this);
  }

  private void add(Stream stream, byte[] masked) {
    if (full || masked.length == 0) return;
    long room = most - size;
    if (masked.length > room) {
      full = true;
      keep(stream, Arrays.copyOf(masked, (int) room));
      keep(stream, END_OF_LINE);
      var mark =
          "[the log ends here: it is limited to %d bytes; the task goes on]\n".formatted(most);
      keep(Stream.NOTE, mark.getBytes(StandardCharsets.UTF_8));
      return;
    }
    keep(stream, masked);
  }

  private void keep(Stream stream, byte[] bytes) {
    Instant now = lane.now();
    size += bytes.length;
    frames.add(new Frame(now, outturn.store.log.Stream.valueOf(stream.name()), bytes));
  }

  /// What was written since the last time, as the next chunk of the log.
  synchronized List<Chunk> fetch() {
    if (frames.isEmpty()) return List.of();
    var chunk = new Chunk(attempt, nextChunk++, frames);
    frames = new ArrayList<>();
    return List.of(chunk);
  }

  /// Lets out what was held back, and returns when all of it is stored.
  @Override
  public void close() {
    synchronized (this) {
      maskers.forEach((stream, masker) -> add(stream, masker.rest()));
      maskers.clear();
    }
    lane.finish(this);
  }
}
