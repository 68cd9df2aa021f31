package outturn.bench.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import outturn.store.database.ConnectionSettings;
import outturn.store.database.SingleCommit;
import outturn.store.database.TableSpace;
import outturn.store.embedded.RunningPostgres;
import outturn.store.folder.CannotStart;

/// What can be read of a server beside its API.
///
/// @param processes empty when they are not all on this host
/// @param database empty when the bench does not know how to reach it
public record Gauges(Optional<ServerProcesses> processes, Optional<ConnectionSettings> database) {

  /// @param folder the data folder of a server on this host
  /// @param address of the database; without it, that of the embedded one
  public static Gauges of(Optional<Path> folder, Optional<String> address) {
    var given = address.map(Gauges::settings);
    return new Gauges(
        folder.flatMap(ServerProcesses::of),
        given.or(() -> folder.flatMap(RunningPostgres::of).map(RunningPostgres::connection)));
  }

  private static ConnectionSettings settings(String address) {
    try {
      return ConnectionSettings.parse(address);
    } catch (CannotStart wrong) {
      throw new CommandFailed(ExitCode.MISUSED, String.valueOf(wrong.getMessage()));
    }
  }

  /// CPU time that the server's processes have used.
  public Optional<CpuUse> cpuTime() {
    return processes.flatMap(ServerProcesses::cpuTime);
  }

  /// Bytes that the server's tables take.
  public OptionalLong tableBytes() {
    if (database.isEmpty()) return OptionalLong.empty();
    try {
      return OptionalLong.of(TableSpace.in(database.get()));
    } catch (CannotStart unreachable) {
      throw new CommandFailed(ExitCode.UNREACHABLE, String.valueOf(unreachable.getMessage()));
    }
  }

  /// How long single commits of the database take now, in which each adds one small row.
  public List<Duration> commits(SingleCommit.Series series, LongSupplier ticker)
      throws InterruptedException {
    if (database.isEmpty()) return List.of();
    try {
      return SingleCommit.times(database.get(), series, ticker);
    } catch (CannotStart unreachable) {
      throw new CommandFailed(ExitCode.UNREACHABLE, String.valueOf(unreachable.getMessage()));
    }
  }
}
