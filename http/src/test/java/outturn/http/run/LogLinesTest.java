package outturn.http.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outturn.engine.run.AttemptId;
import outturn.engine.run.RunId;
import outturn.http.run.LogLines.Rest;
import outturn.store.log.Chunk;
import outturn.store.log.Frame;
import outturn.store.log.Stream;

class LogLinesTest {
  private static final AttemptId ATTEMPT = new AttemptId(new RunId(1), "task", 0, 1);
  private static final Instant AT = Instant.parse("2026-11-23T06:30:00Z");

  private static Frame frame(Stream stream, String text) {
    return new Frame(AT, stream, text.getBytes(UTF_8));
  }

  private static Chunk chunk(int seq, Frame... frames) {
    return new Chunk(ATTEMPT, seq, List.of(frames));
  }

  private static List<String> texts(LogLines.Part part) {
    return part.lines().stream().map(line -> line.stream() + " " + line.text()).toList();
  }

  private static List<Chunk> from(List<Chunk> all, LogPlace place) {
    return all.stream().filter(chunk -> chunk.seq() >= place.seq()).toList();
  }

  @Test
  void aLineThatIsCutBetweenChunksIsToldOnce() {
    var first = chunk(0, frame(Stream.OUT, "one\ntw"));
    var part = LogLines.of(List.of(first), LogPlace.START, 100, Rest.MAY_COME);
    assertThat(texts(part)).containsExactly("OUT one");
    assertThat(part.next().text()).isEqualTo("0.4.0.0");

    var both = List.of(first, chunk(1, frame(Stream.OUT, "o\r\nthree")));
    var next = LogLines.of(both, LogPlace.parse(part.next().text()), 100, Rest.NONE);
    assertThat(texts(next)).containsExactly("OUT two", "OUT three");
    assertThat(next.next().text()).isEqualTo("2");
  }

  @Test
  void aLongBegunLineDoesNotHoldUpTheOtherStream() {
    var all =
        List.of(
            chunk(0, frame(Stream.OUT, "..."), frame(Stream.ERR, "a\n")),
            chunk(1, frame(Stream.ERR, "b\n")));
    var part = LogLines.of(all, LogPlace.START, 100, Rest.MAY_COME);
    assertThat(texts(part)).containsExactly("ERR a", "ERR b");
    assertThat(texts(LogLines.of(all, part.next(), 100, Rest.MAY_COME))).isEmpty();
    assertThat(texts(LogLines.of(all, part.next(), 100, Rest.NONE))).containsExactly("OUT ...");
  }

  @Test
  void pagesOfAnyLengthJoinToTheWholeLog() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var chunks = new ArrayList<Chunk>();
      for (int seq = 0; seq < 6; seq++) {
        var frames = new Frame[1 + random.nextInt(3)];
        Arrays.setAll(frames, _ -> randomFrame(random));
        chunks.add(chunk(seq, frames));
      }
      var whole = texts(LogLines.of(chunks, LogPlace.START, 1_000, Rest.NONE));
      var joined = new ArrayList<String>();
      var place = LogPlace.START;
      for (int i = 0; i < 1_000 && !from(chunks, place).isEmpty(); i++) {
        var part = LogLines.of(from(chunks, place), place, 1 + random.nextInt(4), Rest.NONE);
        joined.addAll(texts(part));
        place = LogPlace.parse(part.next().text());
      }
      assertThat(joined).as("seed %d", seed).isEqualTo(whole);
    }
  }

  private static Frame randomFrame(Random random) {
    var text = new StringBuilder();
    int length = 1 + random.nextInt(12);
    for (int i = 0; i < length; i++) text.append(random.nextInt(4) == 0 ? '\n' : 'x');
    return frame(random.nextBoolean() ? Stream.OUT : Stream.ERR, text.toString());
  }

  @Test
  void aCursorIsReadAsItWasWritten() {
    var cursor = LogCursor.start();
    cursor.done(0);
    cursor.read(1, new LogPlace(4, Map.of(Stream.OUT, 12)));
    cursor.done(2);
    var again = LogCursor.parse(cursor.toString());
    assertThat(again.floor()).isEqualTo(1);
    assertThat(again.place(1).orElseThrow().text()).isEqualTo("4.12.0.0");
    assertThat(again.place(2)).isEmpty();
    assertThat(again.place(3)).contains(LogPlace.START);
    assertThatThrownBy(() -> LogCursor.parse("nonsense"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
