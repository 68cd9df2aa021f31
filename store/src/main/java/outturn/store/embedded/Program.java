package outturn.store.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outturn.store.folder.CannotStart;

/// A short-lived program of the operating system or of PostgreSQL, run to its end in an empty
/// environment: `LANG`, `LD_LIBRARY_PATH` and `PG…` of whoever starts the server have no effect.
record Program(List<String> command) {
  /// What it printed, standard error included, and its exit code.
  record Ended(int code, String output) {
    boolean well() {
      return code == 0;
    }
  }

  static Program of(Account account, Path program, String... arguments) {
    var command = new ArrayList<>(account.prefix());
    command.add(program.toString());
    command.addAll(List.of(arguments));
    return new Program(command);
  }

  Ended run() {
    return run("");
  }

  Ended run(String input) {
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      var environment = builder.environment();
      var path =
          Optional.ofNullable(environment.get("PATH")).orElse("/usr/bin:/bin:/usr/sbin:/sbin");
      environment.clear();
      environment.put("PATH", path);
      environment.put("LC_ALL", "C");
      var process = builder.start();
      try (var in = process.getOutputStream()) {
        in.write(input.getBytes(UTF_8));
      } catch (IOException endedWithoutReading) {
        // Its exit code and output say why.
      }
      var output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Ended(process.waitFor(), output.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("interrupted while running " + command, e);
    }
  }

  /// Whether it can be run here and ends well; a program that is not installed is no error.
  boolean works() {
    try {
      return run().well();
    } catch (UncheckedIOException notInstalled) {
      return false;
    }
  }
}
