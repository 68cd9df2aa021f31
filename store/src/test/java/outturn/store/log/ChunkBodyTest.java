package outturn.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkBodyTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123Z");

  @Test
  void framesReturnEqual() {
    var frames =
        List.of(
            new Frame(NOW, Stream.OUT, "ä\n".getBytes(StandardCharsets.UTF_8)),
            new Frame(NOW.plusMillis(7), Stream.ERR, new byte[] {(byte) 0xc3}),
            new Frame(NOW.minusSeconds(1), Stream.NOTE, new byte[0]));

    assertThat(ChunkBody.decode(ChunkBody.encode(frames))).isEqualTo(frames);
  }

  @Test
  void anySizesReturnEqual() {
    var random = new Random(7);
    for (int round = 0; round < 50; round++) {
      var frames = new ArrayList<Frame>();
      for (int frame = 0; frame <= random.nextInt(20); frame++) {
        var bytes = new byte[random.nextInt(20_000)];
        random.nextBytes(bytes);
        frames.add(new Frame(NOW, Stream.OUT, bytes));
      }
      assertThat(ChunkBody.decode(ChunkBody.encode(frames))).isEqualTo(frames);
    }
  }

  @Test
  void wordsBecomeSmaller() {
    var line = "2026-11-23 12:00:00 INFO loaded 1000 rows into the table\n";
    var frames =
        List.of(new Frame(NOW, Stream.OUT, line.repeat(100).getBytes(StandardCharsets.UTF_8)));

    assertThat(ChunkBody.encode(frames)).hasSizeLessThan(line.length() * 100 / 20);
  }

  @Test
  void aBodyThatIsCutOffIsRefused() {
    var body = ChunkBody.encode(List.of(new Frame(NOW, Stream.OUT, new byte[1_000])));

    assertThatThrownBy(() -> ChunkBody.decode(Arrays.copyOf(body, body.length / 2)))
        .isInstanceOf(UncheckedIOException.class);
  }
}
