package outturn.server;

import outturn.bench.BenchCommand;
import outturn.cli.Outturn;
import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import outturn.server.demo.DemoCommand;

/// The entry of the executable jar: the command line, with the commands that are a server.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    var environment = Environment.ofSystem(Thread.ofPlatform().factory());
    System.exit(run(Terminal.ofSystem(environment.variables()), environment, arguments));
  }

  /// Runs one command line and answers its exit code.
  static int run(Terminal terminal, Environment environment, String... arguments) {
    var outturn =
        new Outturn(
            terminal,
            environment,
            new ServerCommand(terminal, environment),
            new RestoreCommand(terminal, environment),
            new DemoCommand(terminal, environment),
            BenchCommand.with(terminal, environment));
    return outturn.run(arguments);
  }
}
