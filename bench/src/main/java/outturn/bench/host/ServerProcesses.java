package outturn.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.store.embedded.RunningPostgres;

/// The processes on this host that a server consists of: its own and those of its PostgreSQL.
///
/// @param server with the processes of tasks, once they have ended
public record ServerProcesses(long server, long postmaster) {
  private static final String SERVER_FILE = "server.json";

  /// Empty when there are not both: CPU time without that of the database would tell too little.
  ///
  /// @param folder the data folder of the server
  public static Optional<ServerProcesses> of(Path folder) {
    return server(folder)
        .flatMap(
            pid -> RunningPostgres.of(folder).map(found -> new ServerProcesses(pid, found.pid())));
  }

  private static Optional<Long> server(Path folder) {
    try {
      return Json.read(Files.readString(folder.resolve(SERVER_FILE)))
          .map(Fields::new)
          .flatMap(fields -> fields.number("pid"))
          .map(Double::longValue);
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /// What they have used since they started; empty where `/proc` does not tell.
  public Optional<Duration> cpuTime() {
    if (CpuTime.of(server).isEmpty() || CpuTime.of(postmaster).isEmpty()) return Optional.empty();
    return Optional.of(
        LongStream.concat(LongStream.of(server, postmaster), backends())
            .mapToObj(CpuTime::of)
            .flatMap(Optional::stream)
            .reduce(Duration.ZERO, Duration::plus));
  }

  /// The live children of the postmaster; those that ended are counted with itself.
  private LongStream backends() {
    return ProcessHandle.of(postmaster).stream()
        .flatMap(ProcessHandle::children)
        .mapToLong(ProcessHandle::pid);
  }
}
