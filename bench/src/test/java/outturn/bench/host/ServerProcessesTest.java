package outturn.bench.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessesTest {
  private static final long OWN = ProcessHandle.current().pid();

  private @TempDir Path folder;

  private void write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void postgres(long pid) throws IOException {
    write("postgres/password", "secret\n");
    write("postgres/data/postmaster.pid", "%d\n/data\n1700000000\n5433\n\n".formatted(pid));
  }

  @Test
  void theDataFolderTellsTheServerAndItsPostgres() throws Exception {
    write("server.json", "{\"url\": \"http://127.0.0.1:8080\", \"pid\": 4711}");
    postgres(OWN);

    assertThat(ServerProcesses.of(folder)).contains(new ServerProcesses(4711, OWN));
  }

  @Test
  void withoutItsPostgresAServerIsNotToldOf() throws Exception {
    write("server.json", "{\"url\": \"http://127.0.0.1:8080\", \"pid\": 4711}");
    assertThat(ServerProcesses.of(folder)).isEmpty();

    postgres(Integer.MAX_VALUE);
    assertThat(ServerProcesses.of(folder)).isEmpty();
  }

  @Test
  void withoutAServerThereIsNothing() throws Exception {
    postgres(OWN);
    assertThat(ServerProcesses.of(folder)).isEmpty();
  }

  @Test
  void cpuTimeIsToldWhenAllProcessesAreThere() {
    assumeThat(Files.exists(Path.of("/proc/self/stat"))).as("a /proc as Linux has it").isTrue();

    assertThat(new ServerProcesses(OWN, OWN).cpuTime().orElseThrow().total()).isPositive();
    assertThat(new ServerProcesses(OWN, Integer.MAX_VALUE).cpuTime()).isEmpty();
  }
}
