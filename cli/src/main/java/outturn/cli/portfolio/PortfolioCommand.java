package outturn.cli.portfolio;

import java.util.List;
import java.util.Optional;
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

/// `outturn portfolio`: all outcomes, a line each.
@Command(
    name = "portfolio",
    description = "Tell how all outcomes stand, a line each, and what is overdue.",
    footer = {"  outturn portfolio", "  outturn portfolio --json"})
public final class PortfolioCommand extends ServerCommand {
  public PortfolioCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = client.send(Request.get("portfolio"));
    show(answer, () -> tell(new Fields(answer)));
    return ExitCode.DONE;
  }

  private void tell(Fields portfolio) {
    terminal.paragraph(portfolio.text("sentence"), "");
    var outcomes = portfolio.list("items");
    if (outcomes.isEmpty()) return;
    terminal.line("");
    tables(outcomes);
    overdue(outcomes);
    if (portfolio.count("behind") > 0) {
      terminal.line("");
      terminal.line("%d lines are being made anew".formatted(portfolio.count("behind")));
    }
  }

  /// One table, or one for each objective, those without one last.
  private void tables(List<Fields> outcomes) {
    var titles =
        outcomes.stream()
            .flatMap(each -> each.find("objectiveTitle").stream())
            .distinct()
            .sorted()
            .toList();
    if (titles.isEmpty()) {
      table(outcomes);
      return;
    }
    for (var title : titles) {
      if (!title.equals(titles.getFirst())) terminal.line("");
      section(title, outcomes, Optional.of(title));
    }
    if (outcomes.stream().allMatch(each -> each.has("objectiveTitle"))) return;
    terminal.line("");
    section("No objective", outcomes, Optional.empty());
  }

  private void section(String heading, List<Fields> outcomes, Optional<String> title) {
    terminal.line(new Cell(heading, Style.STRONG));
    table(outcomes.stream().filter(each -> each.find("objectiveTitle").equals(title)).toList());
  }

  private void table(List<Fields> outcomes) {
    var table =
        new Table(
            Column.of("OUTCOME"),
            Column.of("STEP"),
            Column.flexible("LATEST"),
            Column.of("TREND"),
            Column.flexible("TARGET"),
            Column.flexible("CHANCE"),
            Column.flexible("EVIDENCE"),
            Column.of("SIGNED"),
            Column.of("NEXT REVIEW"));
    for (var outcome : outcomes) {
      table.row(
          outcome.text("name"),
          outcome.find("step").orElse("all passed"),
          outcome.object("latest").text("text"),
          outcome.object("trend").text("letter"),
          target(outcome.object("target")),
          chance(outcome),
          evidence(outcome.object("evidence")),
          signed(outcome.object("evidence")),
          outcome.text("nextReview"));
    }
    table.print(terminal);
  }

  private static String target(Fields target) {
    return target.has("by") ? "%s by %s".formatted(target.text("text"), target.text("by")) : "";
  }

  private static String chance(Fields outcome) {
    if (outcome.has("reached")) return outcome.isTrue("reached") ? "reached" : "missed";
    return outcome.object("chance").text("words");
  }

  /// How sure it is, its level, and whether it was planned: `moderate 3, pre-registered`.
  private static String evidence(Fields evidence) {
    if (!evidence.has("confidence")) return "-";
    return "%s %d, %s"
        .formatted(evidence.text("confidence"), evidence.count("level"), evidence.text("badge"));
  }

  private static String signed(Fields evidence) {
    if (!evidence.has("confidence")) return "-";
    var signed = evidence.texts("signed");
    if (signed.isEmpty()) return "no";
    return signed.size() == 1 ? signed.getFirst() : "both";
  }

  private void overdue(List<Fields> outcomes) {
    for (var outcome : outcomes) {
      if (outcome.texts("overdue").isEmpty()) continue;
      terminal.line("");
      terminal.line(new Cell(outcome.text("name"), Style.DOUBTFUL));
      outcome.texts("overdue").forEach(each -> terminal.paragraph(each, "  ! "));
    }
  }
}
