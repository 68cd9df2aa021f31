package outturn.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir Path folder;

  @Test
  void aFullLogIsCopiedAsideAndBeginsAnew() throws Exception {
    var log = new LogFile(folder.resolve("postgres.log"));
    Files.writeString(log.path(), "old line\n");

    log.limit(100);
    assertThat(log.path()).hasContent("old line");
    log.limit(5);

    assertThat(log.path()).isEmptyFile();
    assertThat(folder.resolve("postgres.log.1")).hasContent("old line");
  }

  @Test
  void onlyWhatIsNewIsToldInAMessage() throws Exception {
    var log = new LogFile(folder.resolve("postgres.log"));
    assertThat(log.since(log.size())).isEmpty();
    Files.writeString(log.path(), "old line\n");
    var size = log.size();
    Files.writeString(log.path(), "old line\nnew line\n");

    assertThat(log.since(size)).isEqualTo("new line");
  }
}
