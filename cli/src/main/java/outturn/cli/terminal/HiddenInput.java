package outturn.cli.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Optional;

/// What is typed without being shown.
final class HiddenInput {
  private HiddenInput() {}

  /// Asks on the terminal of this process.
  static String ask(String prompt) {
    var typed = Optional.ofNullable(System.console()).map(it -> it.readPassword("%s", prompt));
    return typed.map(String::new).orElse("");
  }

  /// Whether somebody's typing would be shown: standard input is a terminal, of which `stty` tells.
  static boolean wouldShow() {
    try {
      return new ProcessBuilder("stty", "-g")
              .redirectInput(Redirect.INHERIT)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noStty) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted"));
    }
  }
}
