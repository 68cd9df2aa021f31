package outturn.cli.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Pages;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn measures`: all measures, or one with its observations.
@Command(
    name = "measures",
    description = "List measures with their latest value, or show one with its observations.",
    footer = {
      "  outturn measures",
      "  outturn measures first-visit-fix-rate",
      "  outturn measures first-visit-fix-rate --segment north --json"
    })
public final class MeasuresCommand extends ServerCommand {
  @Parameters(arity = "0..1", paramLabel = "NAME", description = "show this measure")
  private @Nullable String name;

  @Option(
      names = "--segment",
      paramLabel = "SEGMENT",
      description = "with NAME: only the observations of this segment")
  private @Nullable String segment;

  public MeasuresCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    if (name == null) {
      var answer = Pages.all(client, Request.get("measures"));
      show(answer, () -> list(new Fields(answer).list("items")));
      return ExitCode.DONE;
    }
    var measure = client.send(Request.get("measures", name));
    var observations =
        Pages.all(client, Request.get("measures", name, "observations").with("segment", segment));
    var whole = Json.object();
    whole.set("measure", measure);
    whole.set("observations", new Fields(observations).json().path("items"));
    whole.set("quality", client.send(Request.get("measures", name, "quality")));
    show(whole, () -> new MeasureReport(terminal, times()).tell(new Fields(whole)));
    return ExitCode.DONE;
  }

  private void list(List<Fields> measures) {
    if (measures.isEmpty()) {
      terminal.line("no measures; apply a project that has some: outturn apply DIR");
      return;
    }
    var table =
        new Table(
            Column.of("MEASURE"),
            Column.ofNumbers("LATEST"),
            Column.flexible("UNIT"),
            Column.of("PERIOD"),
            Column.of("EVERY"),
            Column.ofNumbers("VALUES"),
            Column.of("FROM"),
            Column.flexible("TITLE"));
    for (var measure : measures) {
      var last = measure.object("last");
      table.row(
          measure.text("name"),
          last.number("value").map(Figures::brief).orElse(""),
          measure.text("unit"),
          last.text("period"),
          measure.text("cadence"),
          measure.text("observations"),
          measure.text("source"),
          measure.text("title"));
    }
    table.print(terminal);
  }
}
