package outturn.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a data directory's `postmaster.pid` says about the process that serves it, checked against
/// the system's processes: the file outlives a crash, and its process id may belong to somebody
/// else by then.
record Postmaster(Path data, long pid, int port) {
  enum State {
    /// It serves this data directory.
    OURS,
    /// The process ended without removing its file.
    GONE,
    /// Another process has got its id.
    STRANGER
  }

  private static final String FILE = "postmaster.pid";
  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  // No system gives a process this id.
  private static final long IMPOSSIBLE_PID = Integer.MAX_VALUE - 1;

  static Optional<Postmaster> of(Path data) {
    try {
      var lines = Files.readAllLines(data.resolve(FILE));
      // A file that is being written may lack its end.
      return lines.size() <= PORT_LINE
          ? Optional.empty()
          : Optional.of(
              new Postmaster(
                  data,
                  Long.parseLong(lines.get(PID_LINE).strip()),
                  Integer.parseInt(lines.get(PORT_LINE).strip())));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  State state() {
    var process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    if (process.isEmpty()) {
      return State.GONE;
    }
    var info = process.get().info();
    var isPostgres = info.command().filter(c -> Path.of(c).endsWith("postgres")).isPresent();
    var servesThis = List.of(info.arguments().orElse(new String[0])).contains(data.toString());
    return isPostgres && servesThis ? State.OURS : State.STRANGER;
  }

  /// Whether the running process is the given program, so of the same version.
  boolean runs(Path program) {
    return ProcessHandle.of(pid)
        .flatMap(p -> p.info().command())
        .filter(program.toString()::equals)
        .isPresent();
  }

  /// Frees the data directory from a stranger's process id. The rest of the file stays: by it
  /// PostgreSQL makes sure that no orphan of the old server still uses its shared memory.
  void forgetStranger() {
    try {
      var file = data.resolve(FILE);
      var lines = Files.readAllLines(file);
      lines.set(PID_LINE, Long.toString(IMPOSSIBLE_PID));
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
