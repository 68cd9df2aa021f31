package outturn.tasks.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A process to start, as the leader of a session of its own, with nothing on its standard input.
///
/// @param program the file of the first word
/// @param environment all of it
record Launch(Path program, List<String> words, Map<String, String> environment, Path directory) {

  /// @throws IOException when the host cannot start it
  Process start() throws IOException {
    for (var word : words) refuseNul(word);
    for (var variable : environment.entrySet()) {
      refuseNul(variable.getKey());
      refuseNul(variable.getValue());
    }
    return Spawn.POSSIBLE ? Spawn.start(this) : byJava();
  }

  private static void refuseNul(String text) throws IOException {
    if (text.indexOf('\0') < 0) return;
    throw new IOException("the command and its environment cannot hold the character NUL");
  }

  /// On hosts without what [Spawn] needs.
  Process byJava() throws IOException {
    var builder =
        new ProcessBuilder(new Command(words).inOwnSession())
            .directory(directory.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }
}
