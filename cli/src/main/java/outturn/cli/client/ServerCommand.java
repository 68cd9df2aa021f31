package outturn.cli.client;

import java.util.concurrent.Callable;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import outturn.cli.terminal.Times;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// A command that asks the server: finds it, connects, and prints JSON where that is wanted.
public abstract class ServerCommand implements Callable<Integer> {
  protected final Terminal terminal;
  protected final Environment environment;

  @Mixin private ServerOptions server = new ServerOptions();

  @Option(names = "--json", description = "print the server's JSON")
  private boolean json;

  protected ServerCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /// Does what the command is for.
  protected abstract ExitCode run(Client client);

  @Override
  public final Integer call() {
    check();
    try (var client = new Client(new ServerFinder(server, environment).find())) {
      return run(client).number();
    } catch (CommandFailed failed) {
      if (json && !failed.body().isEmpty()) terminal.line(failed.body());
      throw failed;
    }
  }

  /// Refuses arguments that do not go together, before any server is asked.
  protected void check() {}

  /// Prints the answer as JSON if that is wanted, else as the command shows it to people.
  protected final void show(JsonNode answer, Runnable toPeople) {
    if (json) {
      terminal.line(answer.toPrettyString());
    } else {
      toPeople.run();
    }
  }

  protected final boolean wantsJson() {
    return json;
  }

  protected final Times times() {
    return new Times(environment.clock(), environment.zone());
  }
}
