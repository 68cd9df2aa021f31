package outturn.server.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import outturn.http.PortTaken;
import outturn.server.Running;
import outturn.server.ServerPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `outturn demo`: a server with the example projects at work, and a page of text that says what to
/// see.
@Command(
    name = "demo",
    description = "Run a server with the example projects, and say what there is to see.",
    footer = {
      "  outturn demo",
      "  outturn demo --fresh",
      "  outturn demo --port 9000 --data /tmp/demo"
    })
public final class DemoCommand implements Callable<Integer> {
  private static final int USUAL_PORT = 8080;
  private static final int PORTS_TRIED = 50;
  private static final Duration DRAIN = Duration.ofSeconds(3);

  private final Terminal terminal;
  private final Environment environment;

  @Mixin final ServerPlace place = new ServerPlace();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "where to listen; the next free one if it is taken (default: 8080)")
  int port = USUAL_PORT;

  @Option(names = "--fresh", description = "begin anew: remove the data folder first")
  boolean fresh;

  @Nullable
  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "an outside PostgreSQL 15 or newer, as an administrator (default: an embedded one)")
  String database;

  public DemoCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    var folder = place.folder(environment);
    if (fresh) removeOld(folder);
    terminal.line("starting a server with its own PostgreSQL in %s …".formatted(folder));
    try (var running = started()) {
      var scene = new Demonstration(running.server(), terminal, environment.clock()).play();
      new Guide(running, terminal).print(scene);
      running.await();
    }
    return ExitCode.DONE.number();
  }

  private static void removeOld(Path folder) {
    try {
      DataFolders.remove(folder);
    } catch (IllegalArgumentException notOurs) {
      throw new CommandFailed(
          ExitCode.REFUSED, "nothing was removed", String.valueOf(notOurs.getMessage()));
    }
  }

  private Running started() throws InterruptedException {
    for (int next = port; ; next++) {
      var settings = place.settings(environment, next, database, DRAIN);
      var problems = settings.problems();
      if (!problems.isEmpty()) {
        throw new CommandFailed(
            ExitCode.MISUSED, "the demo cannot start like this", problems.toArray(String[]::new));
      }
      try {
        return Running.start(settings, environment.clock());
      } catch (PortTaken taken) {
        if (next - port >= PORTS_TRIED) throw Running.failed(taken);
        terminal.line("port %d is taken; trying the next one".formatted(next));
      }
    }
  }
}
