package outturn.cli.run;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn logs`: what the tasks of a run wrote.
@Command(
    name = "logs",
    description = {
      "Print what the tasks of a run wrote.",
      "A line is marked | for output, ! for the error stream, * for a remark of the server."
    },
    footer = {
      "  outturn logs 01k9x3m2r7q8a",
      "  outturn logs 01k9x3m2r7q8a load --attempt 2",
      "  outturn logs 01k9x3m2r7q8a --follow",
      "  outturn logs 01k9x3m2r7q8a extract --raw > extract.log"
    })
public final class LogsCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "RUN", description = "the run's id")
  private String id = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "TASK", description = "only of this task")
  private @Nullable String task;

  @Option(names = "--item", paramLabel = "N", description = "only of this item of a forEach task")
  private @Nullable Integer item;

  @Option(names = "--attempt", paramLabel = "N", description = "only of this attempt")
  private @Nullable Integer attempt;

  @Option(names = "--follow", description = "print lines as they come, then the result")
  private boolean follow;

  @Option(names = "--raw", description = "the text alone, as the task wrote it")
  private boolean raw;

  public LogsCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void check() {
    if (follow && wantsJson()) {
      throw new CommandFailed(
          ExitCode.MISUSED, "--follow prints text; use one of --follow, --json");
    }
  }

  @Override
  protected ExitCode run(Client client) {
    var part = new LogReader.Part(task, item, attempt);
    var form = raw ? LogPrinter.Form.RAW : LogPrinter.Form.MARKED;
    var printer = new LogPrinter(terminal, times(), form);
    if (wantsJson()) {
      json(new LogReader(client, id, part));
    } else if (follow) {
      var watch = new Watch(client, terminal, environment);
      watch.follow(id, part, printer);
      if (task == null) new RunReport(terminal, times()).end(watch.run(id));
    } else {
      print(new LogReader(client, id, part), printer);
    }
    return ExitCode.DONE;
  }

  private void print(LogReader reader, LogPrinter printer) {
    for (var page = reader.next(); !page.lines().isEmpty(); page = reader.next()) {
      page.lines().forEach(printer::print);
      if (terminal.isBroken()) return;
    }
  }

  /// All pages as one.
  private void json(LogReader reader) {
    var lines = new ArrayList<Fields>();
    var page = reader.next();
    while (!page.lines().isEmpty()) {
      lines.addAll(page.lines());
      page = reader.next();
    }
    var whole = Json.object();
    var items = whole.putArray("items");
    lines.forEach(line -> items.add(line.json()));
    whole.put("next", page.place().isEmpty() ? null : page.place());
    whole.put("ended", page.state() == LogReader.State.ENDED);
    terminal.line(whole.toPrettyString());
  }
}
