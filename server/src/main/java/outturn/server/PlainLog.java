package outturn.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/// What the server's own commands say on the console of their own accord: one line each, and of
/// libraries only what is wrong.
final class PlainLog {
  private PlainLog() {}

  static void set() {
    try (var properties = PlainLog.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(properties);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
