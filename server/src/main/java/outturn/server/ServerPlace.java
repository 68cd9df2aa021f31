package outturn.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.Environment;
import outturn.tasks.http.Reach;
import picocli.CommandLine.Option;

/// Where a server lives: the options that every command that starts one has.
public final class ServerPlace {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the data folder (default: $OUTTURN_DATA, or outturn-data in this folder)")
  @Nullable String data;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "the address to listen on (default: 127.0.0.1, this host only)")
  String bind = "127.0.0.1";

  @Option(
      names = "--worker-lease",
      paramLabel = "SECONDS",
      description =
          "for how long tasks may work without a sign of their server (default: 90, at least 30)")
  long workerLease = Settings.Faults.USUAL.workerLease().toSeconds();

  @Option(
      names = "--keep-free",
      paramLabel = "MB",
      description = "with less free on the disk of the data folder, no task begins (default: 500)")
  long keepFree = Settings.Faults.USUAL.keepFree() >> 20;

  @Option(
      names = "--call",
      paramLabel = "RANGE",
      split = ",",
      converter = RangeWord.class,
      description =
          "addresses that HTTP tasks, measures and webhooks may call although they are refused otherwise, such as 127.0.0.1; may be repeated")
  List<Reach.Range> callable = new ArrayList<>();

  /// The data folder that is meant.
  public Path folder(Environment environment) {
    if (data != null) return environment.resolve(data);
    var variable = environment.variable("OUTTURN_DATA");
    return environment.resolve(variable.isEmpty() ? "outturn-data" : variable);
  }

  /// All settings of a server at this place.
  public Settings settings(
      Environment environment, int port, @Nullable String database, Duration drain) {
    return new Settings(
        folder(environment),
        new Settings.Address(bind, port),
        Optional.ofNullable(database),
        Settings.usualSlots(Runtime.getRuntime().availableProcessors()),
        drain,
        new Settings.Faults(Duration.ofSeconds(workerLease), keepFree << 20, new Reach(callable)),
        Settings.Serving.USUAL);
  }
}
