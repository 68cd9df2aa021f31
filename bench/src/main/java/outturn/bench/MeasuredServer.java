package outturn.bench;

import java.nio.file.Path;
import java.util.Optional;
import outturn.bench.host.ServerProcesses;
import outturn.cli.client.Client;
import outturn.cli.client.ServerFinder;
import outturn.cli.client.ServerOptions;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
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

  /// Its processes, for a bench that measures by nothing else.
  ///
  /// @throws CommandFailed when they are not known here
  public ServerProcesses processes(Environment environment) {
    return folder(environment)
        .flatMap(ServerProcesses::of)
        .orElseThrow(() ->
            new CommandFailed(
                ExitCode.MISUSED,
                "a server at rest is measured by its processes, and these are not known here",
                "start it on this host with its embedded PostgreSQL, and name its folder with --data"));
  }
}
