package outturn.cli.pack;

import java.util.concurrent.Callable;
import outturn.cli.client.Json;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `outturn measure packs`: the packs that there are; asks no server.
@Command(
    name = "packs",
    description = "List the packs of ready-made measures.",
    footer = {"  outturn measure packs", "  outturn measure packs --json"})
final class PacksCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--json", description = "print a JSON array")
  private boolean json;

  PacksCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (json) {
      var packs = Json.array();
      for (var pack : Pack.all()) {
        packs.addObject().put("name", pack.word()).put("about", pack.about());
      }
      terminal.line(packs.toPrettyString());
    } else {
      var table = new Table(Column.of("PACK"), Column.of("MEASURES OF"));
      for (var pack : Pack.all()) table.row(pack.word(), pack.about());
      table.print(terminal);
    }
    return ExitCode.DONE.number();
  }
}
