package outturn.cli.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

/// Where a command runs: its environment variables, folders, clock and zone.
///
/// @param folder the current folder
/// @param home the user's own folder
/// @param threads makes the thread that speaks when Ctrl-C ends a command
public record Environment(
    Map<String, String> variables,
    Path folder,
    Path home,
    InstantSource clock,
    ZoneId zone,
    ThreadFactory threads) {
  public Environment {
    variables = Map.copyOf(variables);
  }

  public static Environment ofSystem(ThreadFactory threads) {
    return new Environment(
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Path.of(System.getProperty("user.home", ".")),
        InstantSource.system(),
        ZoneId.systemDefault(),
        threads);
  }

  /// A variable's value; empty when it is not set.
  public String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  /// A path as the user wrote it.
  public Path resolve(String path) {
    return folder.resolve(path);
  }
}
