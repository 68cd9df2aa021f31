package outturn.cli.service;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `outturn service levels`: how promises are kept, of all services or of one.
@Command(
    name = "levels",
    description = {
      "Tell how often services kept what they promise, and what is left of what may go wrong.",
      "With a name, also date by date."
    },
    footer = {
      "  outturn service levels",
      "  outturn service levels repairs",
      "  outturn service levels repairs --json"
    })
public final class ServiceLevelsCommand extends ServerCommand {
  private static final double HUNDRED = 100;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "of a service; default: all")
  private @Nullable String name;

  public ServiceLevelsCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    if (name == null) {
      var answer = client.send(Request.get("services"));
      show(answer, () -> all(new Fields(answer)));
    } else {
      var answer = client.send(Request.get("services", name, "levels"));
      show(answer, () -> one(new Fields(answer)));
    }
    return ExitCode.DONE;
  }

  private void all(Fields answer) {
    terminal.paragraph(answer.text("sentence"), "");
    var table =
        new Table(
            Column.of("SERVICE"),
            Column.of("OUTPUT"),
            Column.ofNumbers("KEPT"),
            Column.ofNumbers("TARGET"),
            Column.ofNumbers("LEFT"),
            Column.ofNumbers("BURN"),
            Column.of("WINDOW"),
            Column.of("STANDS"));
    for (var service : answer.list("services")) {
      for (var output : service.list("outputs")) row(table, service, output);
    }
    if (table.isEmpty()) return;
    terminal.line("");
    table.print(terminal);
  }

  private static void row(Table table, Fields service, Fields output) {
    var counted = output.object("counted");
    var budget = output.object("budget");
    table.row(
        service.text("name"),
        output.text("name"),
        counted.has("share")
            ? "%d of %d, %s"
                .formatted(
                    counted.count("met"),
                    counted.count("due"),
                    percent(HUNDRED * counted.object("share").number("value").orElse(0.0)))
            : "-",
        output.object("terms").number("target").map(ServiceLevelsCommand::percent).orElse("-"),
        budget.number("left").map(ServiceLevelsCommand::number).orElse("-"),
        budget.number("burn").map(ServiceLevelsCommand::number).orElse("-"),
        output.object("terms").text("window"),
        new Cell(output.text("judgement"), style(output.text("judgement"))));
  }

  private void one(Fields service) {
    terminal.line(new Cell(service.text("title"), Style.STRONG));
    for (var output : service.list("outputs")) {
      var level = output.object("level");
      terminal.line("");
      terminal.line(new Cell(level.text("promise"), style(level.text("judgement"))));
      terminal.paragraph(level.text("sentence"), "  ");
      occasions(output);
      output.object("lateness").texts("warnings").forEach(each -> terminal.paragraph(each, "  ! "));
    }
  }

  private void occasions(Fields output) {
    var table =
        new Table(
            Column.of("DATE"),
            Column.of("STANDS"),
            Column.of("DUE"),
            Column.of("DONE"),
            Column.ofNumbers("MINUTES LATE, OR VALUE"));
    for (var each : output.list("occasions")) {
      table.row(
          each.text("date"),
          new Cell(each.text("standing"), style(each.text("standing"))),
          each.instant("due").map(times()::at).orElse(""),
          each.instant("end").map(times()::at).orElse(""),
          each.number("value").map(ServiceLevelsCommand::number).orElse(""));
    }
    if (!table.isEmpty()) table.print(terminal, "  ");
  }

  private static Style style(String word) {
    return switch (word) {
      case "kept", "met" -> Style.GOOD;
      case "broken", "breached" -> Style.BAD;
      default -> Style.FAINT;
    };
  }

  private static String percent(double amount) {
    return number(amount) + " %";
  }

  private static String number(double amount) {
    return String.format(Locale.ROOT, "%.1f", amount);
  }
}
