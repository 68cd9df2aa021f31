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
/// @param server with its guard and the processes of tasks
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

  /// Memory of each side, in bytes.
  public record Memory(long server, long postgres) {
    public long total() {
      return server + postgres;
    }
  }

  /// What they have used since they started; empty where `/proc` does not tell.
  public Optional<CpuUse> cpuTime() {
    if (CpuTime.of(server).isEmpty() || CpuTime.of(postmaster).isEmpty()) return Optional.empty();
    return Optional.of(new CpuUse(cpuTime(own()), cpuTime(family(postmaster))));
  }

  private static Duration cpuTime(LongStream processes) {
    return processes
        .mapToObj(CpuTime::of)
        .flatMap(Optional::stream)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /// The proportional sets of all of them; empty where `/proc` does not tell.
  public Optional<Memory> resident() {
    if (Resident.of(server).isEmpty() || Resident.of(postmaster).isEmpty()) return Optional.empty();
    return Optional.of(new Memory(resident(own()), resident(family(postmaster))));
  }

  private static long resident(LongStream processes) {
    return processes.mapToObj(Resident::of).mapToLong(pss -> pss.orElse(0)).sum();
  }

  /// The server with its guard and the processes of its tasks, without its PostgreSQL.
  private LongStream own() {
    return family(server).filter(pid -> pid != postmaster);
  }

  /// A process and its live children; the CPU time of those that ended is counted with itself.
  private static LongStream family(long process) {
    var children =
        ProcessHandle.of(process).stream()
            .flatMap(ProcessHandle::children)
            .mapToLong(ProcessHandle::pid);
    return LongStream.concat(LongStream.of(process), children);
  }
}
