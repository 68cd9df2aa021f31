package outturn.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The screen behind this process, if there is one.
final class Screen {
  private static final int USUAL = 80;
  private static final int LEAST = 20;

  private Screen() {}

  /// What the output goes to.
  enum Kind {
    TERMINAL,
    PIPE
  }

  static boolean isThere() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /// `COLUMNS` if set; on a terminal what it says, else 80; in a pipe without limit.
  static int columns(Map<String, String> variables, Kind kind) {
    var said = number(variables.getOrDefault("COLUMNS", ""));
    if (said.isPresent()) return Math.max(LEAST, said.get());
    return switch (kind) {
      case PIPE -> Terminal.UNLIMITED;
      case TERMINAL -> Math.max(LEAST, asked().orElse(USUAL));
    };
  }

  /// Of `stty size`, which prints rows and columns.
  private static Optional<Integer> asked() {
    try {
      var stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(Redirect.INHERIT)
              .redirectError(Redirect.DISCARD)
              .start();
      try (var answer = stty.inputReader()) {
        var line = Optional.ofNullable(answer.readLine()).orElse("");
        stty.waitFor(1, TimeUnit.SECONDS);
        return number(line.substring(line.indexOf(' ') + 1));
      }
    } catch (IOException absent) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[1-9][0-9]{0,5}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }
}
