package outturn.runtime.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final Ledger.Child CHILD = new Ledger.Child(77, Instant.ofEpochMilli(1_000));

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void place() {
    file = folder.resolve("ledger");
  }

  @Test
  void anAttemptThatDidNotEndMayHaveStarted() throws Exception {
    try (var before = new Ledger(file)) {
      before.starting(-1);
      before.starting(2);
      before.process(2, CHILD);
      before.starting(3);
      before.ended(3);
    }

    try (var after = new Ledger(file)) {
      assertThat(after.left()).containsExactlyInAnyOrder(-1L, 2L);
      assertThat(after.mayHaveStarted(-1)).isTrue();
      assertThat(after.mayHaveStarted(3)).isFalse();
      assertThat(after.survivors()).containsExactly(CHILD);
      after.ended(2);
    }

    try (var later = new Ledger(file)) {
      assertThat(later.left()).containsExactly(-1L);
    }
  }

  @Test
  void aLineThatACrashCutShortIsPassedOver() throws Exception {
    for (var torn : new String[] {"start ", "sta", "process 1", "process 1 7", "end -", "\0\0\0"}) {
      Files.deleteIfExists(file);
      try (var before = new Ledger(file)) {
        before.starting(1);
      }
      Files.writeString(file, torn, StandardOpenOption.APPEND);

      try (var after = new Ledger(file)) {
        assertThat(after.left()).as(torn).containsExactly(1L);
      }
    }
  }

  @Test
  void afterAnotherBootNothingIsKnownForSure() throws Exception {
    Files.writeString(file, "boot of-long-ago\nstart 1\nprocess 1 77 1000\n");

    try (var ledger = new Ledger(file)) {
      assertThat(ledger.mayHaveStarted(5)).isTrue();
      assertThat(ledger.survivors()).isEmpty();
      assertThat(ledger.left()).isEmpty();
    }
  }

  @Test
  void whatCannotBeWrittenDownMayNotStartAndAnEndIsNeverRefused() throws Exception {
    var before = new Ledger(file);
    before.starting(1);
    before.close();
    assertThatThrownBy(() -> before.starting(2)).isInstanceOf(UncheckedIOException.class);
    before.process(1, CHILD);
    before.ended(1);

    try (var after = new Ledger(file)) {
      assertThat(after.left()).containsExactly(1L);
    }
  }
}
