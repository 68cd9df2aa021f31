package outturn.cli.run;

import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;
import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;

/// Stays with a run until it has ended. Ctrl-C ends the watch, not the run, and says so.
final class Watch {
  private final Client client;
  private final Terminal terminal;
  private final Environment environment;

  Watch(Client client, Terminal terminal, Environment environment) {
    this.client = client;
    this.terminal = terminal;
    this.environment = environment;
  }

  /// The run when it has ended.
  Run untilEnded(String id) {
    try (var _ = interruption(id)) {
      var backoff = new Backoff();
      while (true) {
        var run = backoff.ask(() -> run(id));
        if (run.isEnded()) return run;
        backoff.pause();
      }
    }
  }

  /// Prints the log as it grows, until there can be no more of it.
  void follow(String id, LogReader.Part part, LogPrinter printer) {
    try (var _ = interruption(id)) {
      var reader = new LogReader(client, id, part);
      var backoff = new Backoff();
      while (!terminal.isBroken()) {
        var page = backoff.ask(reader::next);
        if (page.isLast()) return;
        page.lines().forEach(printer::print);
        if (page.lines().isEmpty()) {
          backoff.pause();
        } else {
          backoff.reset();
        }
      }
    }
  }

  Run run(String id) {
    return new Run(new Fields(client.send(Request.get("runs", id))));
  }

  private Interruption interruption(String id) {
    return new Interruption(
        environment.threads(),
        () -> terminal.remark("run %s goes on; look again with: outturn show %1$s".formatted(id)));
  }
}
