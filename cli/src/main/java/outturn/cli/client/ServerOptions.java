package outturn.cli.client;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that name the server.
public final class ServerOptions {
  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "the server; or OUTTURN_SERVER; else the one of the local data folder")
  @Nullable String server;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "who you are; or OUTTURN_TOKEN, which no other user of this machine can see")
  @Nullable String token;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "the data folder of a local server; or OUTTURN_DATA; else ./outturn-data, then"
              + " ~/.local/share/outturn")
  @Nullable String data;
}
