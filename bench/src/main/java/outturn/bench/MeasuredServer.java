package outturn.bench;

import java.nio.file.Path;
import java.util.Optional;
import outturn.cli.client.Client;
import outturn.cli.client.ServerFinder;
import outturn.cli.client.ServerOptions;
import outturn.cli.command.Environment;
import picocli.CommandLine.Mixin;

/// The server that a bench measures: the options that name it, and the way to it.
public final class MeasuredServer {
  @Mixin private ServerOptions options = new ServerOptions();

  public Client connect(Environment environment) {
    return new Client(new ServerFinder(options, environment).find());
  }

  /// Its data folder, when it is found by that.
  public Optional<Path> folder(Environment environment) {
    return new ServerFinder(options, environment).folder();
  }
}
