package outturn.cli.forecast;

import java.time.Duration;
import java.util.Locale;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `outturn post-mortem`: why a run kept or missed its deadlines.
@Command(
    name = "post-mortem",
    description = {
      "Say why a run kept or missed its deadlines: the path that decided the end, in parts that add",
      "up to the lateness, and what had been predicted when."
    },
    footer = {"  outturn post-mortem 01k9x3m2r7q8a"})
public final class PostMortemCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "RUN", description = "the run's id")
  private String id = "";

  public PostMortemCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = client.send(Request.get("runs", id, "post-mortem"));
    show(answer, () -> tell(new Fields(answer)));
    return ExitCode.DONE;
  }

  private void tell(Fields answer) {
    var all = answer.list("items");
    if (all.isEmpty()) terminal.line("the workflow of this run promises nothing: no `deadlines:`");
    for (var each : all) deadline(each, new Moments(answer));
  }

  private void deadline(Fields told, Moments times) {
    var name = told.text("deadline");
    if (told.instant("ended").isEmpty()) {
      terminal.line("%s by %s: not over".formatted(name, times.of(told.instant("by"))));
      return;
    }
    long late = Math.round(told.number("lateMinutes").orElse(0.0));
    terminal.line(
        "%s by %s: ended at %s, %s"
            .formatted(
                name,
                times.of(told.instant("by")),
                times.of(told.instant("ended")),
                late > 0 ? late + " min late" : -late + " min before"));
    var table = new Table(Column.ofNumbers("MINUTES"), Column.flexible("WHAT"));
    int left = 0;
    for (var part : told.list("parts")) {
      long minutes = Math.round(part.number("minutes").orElse(0.0));
      if (minutes == 0) left++;
      else table.row(signed(minutes), part.text("text"));
    }
    if (left > 0) table.row("+0", left == 1 ? "1 part as usual" : left + " parts as usual");
    table.row(signed(late), "in all");
    table.print(terminal, "  ");
    for (var before : told.list("predicted")) predicted(before, told, times);
  }

  private void predicted(Fields before, Fields told, Moments times) {
    var ahead =
        before
            .instant("made")
            .flatMap(made -> told.instant("by").map(by -> Duration.between(made, by).toMinutes()));
    terminal.paragraph(
        "predicted %s the deadline: %s; expected at %s"
            .formatted(
                apart(ahead.orElse(0L)),
                Moments.percent(before.number("chance")),
                times.of(before.object("finish").instant("p50"))),
        "  ");
  }

  private static String apart(long minutes) {
    return minutes < 0 ? -minutes + " min after" : minutes + " min before";
  }

  private static String signed(long minutes) {
    return String.format(Locale.ROOT, "%+d", minutes);
  }
}
