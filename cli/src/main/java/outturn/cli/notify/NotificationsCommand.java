package outturn.cli.notify;

import java.util.List;
import java.util.stream.Collectors;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Pages;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `outturn notifications`: what people were told, and what became of it.
@Command(
    name = "notifications",
    description = {
      "List problems that people were told of and that are not over, newest first.",
      "A message that could not be sent is seen here, with the reason."
    },
    footer = {"  outturn notifications", "  outturn notifications --all --json"})
public final class NotificationsCommand extends ServerCommand {
  @Option(names = "--all", description = "also those that are over")
  private boolean all;

  public NotificationsCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var request = Request.get("notifications");
    var answer = Pages.all(client, all ? request.with("all", "true") : request);
    show(answer, () -> list(new Fields(answer).list("items")));
    return ExitCode.DONE;
  }

  private void list(List<Fields> notifications) {
    if (notifications.isEmpty()) {
      terminal.line("nothing that people would have to hear of");
      return;
    }
    var table =
        new Table(
            Column.of("ID"),
            Column.of("STATE"),
            Column.of("SINCE"),
            Column.ofNumbers("TIMES"),
            Column.flexible("WHAT"),
            Column.flexible("RUN"),
            Column.flexible("TOLD"));
    for (var each : notifications) {
      var about = each.object("about");
      table.row(
          each.text("id"),
          each.text("state"),
          each.object("when").instant("opened").map(times()::at).orElse(""),
          String.valueOf(each.object("when").count("times")),
          "%s %s %s"
              .formatted(about.text("workflow"), about.text("occasion"), about.text("subject"))
              .strip(),
          each.text("run"),
          told(each.object("details").list("copies")));
    }
    table.print(terminal);
  }

  private static String told(List<Fields> copies) {
    return copies.stream().map(NotificationsCommand::told).collect(Collectors.joining(", "));
  }

  /// `desk: sent`, or with what went wrong.
  private static String told(Fields copy) {
    var ticket = copy.find("ticket").map(number -> " " + number).orElse("");
    var error = copy.find("error").map(why -> " (" + why + ")").orElse("");
    return "%s: %s %s%s%s"
        .formatted(copy.text("channel"), copy.text("what"), copy.text("state"), ticket, error);
  }
}
