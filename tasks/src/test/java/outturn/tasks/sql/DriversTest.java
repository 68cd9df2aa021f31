package outturn.tasks.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.spi.TaskType.Result;
import outturn.tasks.Attempt;

class DriversTest {

  @TempDir Path folder;

  @Test
  void aDriverInAJarOfTheFolderIsUsed() throws Exception {
    makeJar(folder.resolve("paper.jar"));
    Files.writeString(folder.resolve("readme.txt"), "not a jar");
    var connection = Map.of("url", "jdbc:paper:desk", "user", "me");
    var attempt =
        new Attempt(folder, "sql", Map.of("connection", connection, "text", "select 1"), Map.of());

    try (var task = new SqlTask(folder)) {
      assertThat(attempt.run(task))
          .isEqualTo(
              Result.Failed.of(
                  Result.Kind.CONNECTION,
                  "no connection to jdbc:paper:desk: SQLSTATE 08001: paper has no wires"));
    }
  }

  private static void makeJar(Path file) throws IOException {
    try (var jar = new ZipOutputStream(Files.newOutputStream(file))) {
      jar.putNextEntry(new ZipEntry("META-INF/services/java.sql.Driver"));
      jar.write(PaperDriver.class.getName().getBytes(StandardCharsets.UTF_8));
      jar.closeEntry();
    }
  }
}
