package outturn.tasks.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  /// The program's file.
  ///
  /// @param directory what a program with a `/` in its name is relative to
  /// @param path the folders to look into for any other, separated by `:`
  Path program(Path directory, String path) throws NoProgram {
    var program = words.getFirst();
    if (program.contains("/")) return program(program, directory.resolve(program));
    for (var folder : path.split(":", -1)) {
      var file = directory.resolve(folder).resolve(program);
      if (Files.isRegularFile(file) && Files.isExecutable(file)) return file;
    }
    throw new NoProgram(
        "program '%s' was not found in PATH=%s; install it on this host, set PATH in `env`, or write its path"
            .formatted(program, path));
  }

  private static Path program(String program, Path file) throws NoProgram {
    if (!Files.isRegularFile(file)) {
      throw new NoProgram(
          "program '%s' was not found; a path is relative to the project's folder"
              .formatted(program));
    }
    if (Files.isExecutable(file)) return file;
    throw new NoProgram(
        "program '%s' is not executable; set its mode, or name its interpreter first: [python3, %s]"
            .formatted(program, program));
  }

  /// The program cannot be started, for a reason that its author can mend.
  static final class NoProgram extends Exception {
    private static final long serialVersionUID = 1;

    private final String words;

    private NoProgram(String words) {
      super(words);
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
