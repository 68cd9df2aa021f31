package outturn.server.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import outturn.server.proof.Place;

/// The processes and files of this host.
final class Host {
  private Host() {}

  /// Whether a process runs; one that has ended and was not collected by its parent does not.
  static boolean runs(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
    } catch (IOException gone) {
      return false;
    }
  }

  /// The postmaster of the embedded PostgreSQL.
  static long postmaster(Place place) {
    return Long.parseLong(
        lines(place.folder().resolve("postgres/data/postmaster.pid")).getFirst().strip());
  }

  /// The lines of a file; none if there is no such file.
  static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Runs a program to its end; empty when it went well, else what it said.
  static Optional<String> problem(String... command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.empty() : Optional.of(said.strip());
    } catch (IOException missing) {
      return Optional.of(missing.getMessage());
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
