package outturn.store.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.engine.run.AttemptId;
import outturn.engine.run.RunId;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;
import outturn.store.range.Ranges;

class LogStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final RunId RUN = RunId.firstAt(NOW);
  private static final AttemptId LOAD = new AttemptId(RUN, "load", 0, 1);
  private static final AttemptId SEND = new AttemptId(RUN, "send", 0, 2);

  private static TestDatabase database;
  private static Jdbi jdbi;
  private LogStore log;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    jdbi = database.database().jdbi(Lane.API);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void empty() {
    jdbi.useHandle(handle -> handle.execute("truncate log"));
    new Ranges(jdbi, InstantSource.fixed(NOW)).make(0);
    log = new LogStore(jdbi);
  }

  @Test
  void whatWasWrittenIsRead() {
    var first = chunk(LOAD, 1, "one", "two");
    var second = chunk(LOAD, 2, "three");
    log.append(List.of(first, chunk(SEND, 1, "other"), second));

    assertThat(log.read(LOAD, 0, 1_000)).containsExactly(first, second);
    assertThat(log.read(LOAD, 2, 1_000)).containsExactly(second);
    assertThat(log.read(LOAD, 3, 1_000)).isEmpty();
  }

  @Test
  void readingEndsWithTheChunkThatReachesTheLimit() {
    log.append(IntStream.range(0, 5).mapToObj(seq -> chunk(LOAD, seq, "0123456789")).toList());

    assertThat(log.read(LOAD, 0, 10)).extracting(Chunk::seq).containsExactly(0);
    assertThat(log.read(LOAD, 1, 11)).extracting(Chunk::seq).containsExactly(1, 2);
    assertThat(log.read(LOAD, 0, 0)).extracting(Chunk::seq).containsExactly(0);
  }

  @Test
  void theWholeLogIsReadPieceByPiece() {
    log.append(IntStream.range(3, 40).mapToObj(seq -> chunk(LOAD, seq, "line " + seq)).toList());
    var seen = new ArrayList<Integer>();
    for (var next = log.read(LOAD, 0, 30);
        !next.isEmpty();
        next = log.read(LOAD, seen.getLast() + 1, 30)) {
      next.forEach(chunk -> seen.add(chunk.seq()));
    }

    assertThat(seen).isEqualTo(IntStream.range(3, 40).boxed().toList());
  }

  @Test
  void aChunkThatComesAgainChangesNothing() {
    log.append(List.of(chunk(LOAD, 1, "one")));
    log.append(List.of(chunk(LOAD, 1, "one"), chunk(LOAD, 2, "two")));

    assertThat(log.size(LOAD)).isEqualTo(6);
  }

  @Test
  void sizesAreThoseBeforeCompression() {
    log.append(List.of(chunk(LOAD, 1, "x".repeat(70_000)), chunk(SEND, 1, "yy", "y")));

    assertThat(log.sizes(RUN)).isEqualTo(Map.of(LOAD, 70_000L, SEND, 3L));
    assertThat(log.size(new AttemptId(RUN, "silent", 0, 1))).isZero();
  }

  private static Chunk chunk(AttemptId attempt, int seq, String... texts) {
    var frames = new ArrayList<Frame>();
    for (var text : texts) {
      frames.add(new Frame(NOW, Stream.OUT, text.getBytes(StandardCharsets.UTF_8)));
    }
    return new Chunk(attempt, seq, frames);
  }
}
