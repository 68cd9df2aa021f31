package outturn.store.log;

import java.util.List;
import outturn.engine.run.AttemptId;

/// A piece of an attempt's log.
///
/// @param seq counts the chunks of the attempt, from whatever number upwards
/// @param frames at least one, in the order of writing
public record Chunk(AttemptId attempt, int seq, List<Frame> frames) {
  public Chunk {
    frames = List.copyOf(frames);
    if (frames.isEmpty()) throw new IllegalArgumentException("chunk without frames: " + attempt);
  }

  /// Bytes that were written, before compression.
  public int size() {
    return frames.stream().mapToInt(frame -> frame.bytes().length).sum();
  }
}
