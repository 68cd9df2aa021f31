package outturn.tasks.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outturn.tasks.setting.Settings;

/// A program and its arguments.
record Command(List<String> words) {

  private static final List<Path> SETSID =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

  Command {
    words = List.copyOf(words);
    if (words.isEmpty()) {
      throw new IllegalArgumentException(
          "setting 'command' is missing or empty; expected a program and its arguments, or 'shell'");
    }
  }

  static Command of(Settings settings) {
    var shell = settings.optionalText("shell");
    if (shell.isPresent()) return new Command(List.of("/bin/sh", "-c", shell.get()));
    return new Command(settings.list("command").stream().map(String::valueOf).toList());
  }

  /// The command as the leader of a session of its own, where the host has `setsid`; that program
  /// replaces itself, so the number of the process stays.
  List<String> inOwnSession() {
    var setsid = SETSID.stream().filter(Files::isExecutable).findFirst();
    if (setsid.isEmpty()) return words;
    return Stream.concat(Stream.of(setsid.get().toString()), words.stream()).toList();
  }

  /// Why the program cannot be started.
  ///
  /// @param directory what a program with a `/` in its name is relative to
  /// @param path the folders to look into for any other, separated by `:`
  Optional<String> problem(Path directory, String path) {
    var program = words.getFirst();
    if (program.contains("/")) return problem(program, directory.resolve(program));
    for (var folder : path.split(":", -1)) {
      var file = directory.resolve(folder).resolve(program);
      if (Files.isRegularFile(file) && Files.isExecutable(file)) return Optional.empty();
    }
    return Optional.of(
        "program '%s' was not found in PATH=%s; install it on this host, set PATH in `env`, or write its path"
            .formatted(program, path));
  }

  private static Optional<String> problem(String program, Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.of(
          "program '%s' was not found; a path is relative to the project's folder"
              .formatted(program));
    }
    if (Files.isExecutable(file)) return Optional.empty();
    return Optional.of(
        "program '%s' is not executable; set its mode, or name its interpreter first: [python3, %s]"
            .formatted(program, program));
  }
}
