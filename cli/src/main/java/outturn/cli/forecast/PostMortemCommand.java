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

/// `outturn post-mortem`: what became of a run's deadlines, and why.
@Command(
    name = "post-mortem",
    description = {
      "Say what became of a run's deadlines (kept, missed, failed, cancelled or skipped), and why:",
      "the path that decided the end, in parts that add up to the lateness, and what had been",
      "predicted when."
    },
    footer = {"  outturn post-mortem 01k9x3m2r7q8a"})
public final class PostMortemCommand extends ServerCommand {
  private static final String OPEN = "open";

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
    terminal.line(
        "%s by %s: %s"
            .formatted(
                told.text("deadline"), times.of(told.instant("by")), whatBecame(told, times)));
    if (!told.list("parts").isEmpty()) parts(told);
    if (told.text("state").equals(OPEN)) return;
    for (var before : told.list("predicted")) predicted(before, told, times);
  }

  private void parts(Fields told) {
    var table = new Table(Column.ofNumbers("MINUTES"), Column.flexible("WHAT"));
    int left = 0;
    for (var part : told.list("parts")) {
      long minutes = Math.round(part.number("minutes").orElse(0.0));
      if (minutes == 0) left++;
      else table.row(signed(minutes), part.text("text"));
    }
    if (left > 0) table.row("+0", left == 1 ? "1 part as usual" : left + " parts as usual");
    table.row(signed(Math.round(told.number("lateMinutes").orElse(0.0))), "in all");
    table.print(terminal, "  ");
  }

  private static String whatBecame(Fields told, Moments times) {
    var state = told.text("state");
    if (state.equals(OPEN)) return "not over";
    var ended = told.instant("ended");
    if (ended.isEmpty()) return state + " before it began";
    var at = times.of(ended);
    var late = Duration.between(told.instant("by").orElseThrow(), ended.get());
    var side = late.isPositive() ? "after" : "before";
    var apart = "%s %s the deadline".formatted(length(late), side);
    return switch (state) {
      case "kept" -> "kept; ended at %s, %s before".formatted(at, length(late));
      case "missed" -> "missed; ended at %s, %s late".formatted(at, length(late));
      case "cancelled" ->
          told.list("parts").isEmpty()
              ? "cancelled at %s, %s: it had not begun".formatted(at, apart)
              : "cancelled; what was done of it ended at %s, %s".formatted(at, apart);
      default -> "%s at %s, %s".formatted(state, at, apart);
    };
  }

  /// Whole minutes, as the parts add up to them; less than one in seconds, of which what is begun
  /// counts.
  private static String length(Duration late) {
    if (late.abs().compareTo(Duration.ofMinutes(1)) < 0) {
      return Math.ceilDiv(late.abs().toMillis(), 1000) + " s";
    }
    return Math.abs(Math.round(late.toMillis() / 60_000.0)) + " min";
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
