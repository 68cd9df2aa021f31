package outturn.cli.forecast;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outturn.cli.ahead.HolidayOption;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn forecast`: the chance that deadlines are kept, now or if something were otherwise.
@Command(
    name = "forecast",
    description = {
      "Say which deadlines will be kept: of runs that live, and of those that schedules start in the",
      "next 24 hours. With RUN: how this run is expected to end, and what decides it.",
      "With --holiday, --pool, --down, --longer or --without: which deadlines would go another way."
    },
    footer = {
      "  outturn forecast",
      "  outturn forecast --below 80",
      "  outturn forecast 01k9x3m2r7q8a",
      "  outturn forecast --longer month-end/load=30m --pool ledger-db=1",
      "  outturn forecast --down ledger-db@2026-12-01T06:00:00Z",
      "  outturn forecast --holiday 2026-12-24@uk-working-days"
    })
public final class ForecastCommand extends ServerCommand {
  @Parameters(arity = "0..1", paramLabel = "RUN", description = "only this run, in full")
  private @Nullable String run;

  @Option(names = "--workflow", paramLabel = "NAME", description = "only of this workflow")
  private @Nullable String workflow;

  @Option(
      names = "--below",
      paramLabel = "PERCENT",
      description = "only deadlines with a chance below this")
  private @Nullable Integer below;

  @Mixin private final HolidayOption holiday = new HolidayOption();

  @Option(
      names = "--pool",
      paramLabel = "NAME=SIZE",
      split = ",",
      description = "as if the pool had this size")
  private List<String> pools = new ArrayList<>();

  @Option(
      names = "--down",
      paramLabel = "POOL@TIME",
      split = ",",
      description = "as if nobody new could use the pool until then")
  private List<String> down = new ArrayList<>();

  @Option(
      names = "--longer",
      paramLabel = "WORKFLOW/TASK=TIME",
      split = ",",
      description = "as if the task took so much longer, or with x1.5 so many times as long")
  private List<String> longer = new ArrayList<>();

  @Option(
      names = "--without",
      paramLabel = "WORKFLOW",
      split = ",",
      description = "as if schedules did not start the workflow")
  private List<String> without = new ArrayList<>();

  public ForecastCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  private boolean isSupposed() {
    return !(holiday.holidays().isEmpty()
        && pools.isEmpty()
        && down.isEmpty()
        && longer.isEmpty()
        && without.isEmpty());
  }

  @Override
  protected void check() {
    if (run != null && (isSupposed() || workflow != null || below != null)) {
      throw new CommandFailed(
          ExitCode.MISUSED, "RUN stands alone: leave it out, or the options about all deadlines");
    }
    if (isSupposed() && (workflow != null || below != null)) {
      throw new CommandFailed(
          ExitCode.MISUSED,
          "leave out --workflow and --below: what is supposed tells of all deadlines that change");
    }
  }

  @Override
  protected ExitCode run(Client client) {
    var report = new ForecastReport(terminal);
    if (run != null) {
      var answer = client.send(Request.get("runs", run, "forecast"));
      show(answer, () -> report.ofRun(new Fields(answer)));
    } else if (isSupposed()) {
      var answer = client.send(supposed());
      show(answer, () -> report.compared(new Fields(answer)));
    } else {
      var answer =
          client.send(Request.get("forecasts").with("workflow", workflow).with("below", below));
      show(answer, () -> report.list(new Fields(answer), nothing()));
    }
    return ExitCode.DONE;
  }

  /// What to say when no deadline is left to tell of.
  private String nothing() {
    var some = workflow == null ? "no deadline" : "no deadline of workflow " + workflow;
    if (below != null) return "%s has a chance below %d %%".formatted(some, below);
    if (workflow != null) {
      return some + " is foreseen: forecasts are of runs that live or start in the next 24 hours";
    }
    return "no deadline is due of runs that live or start in the next 24 hours; a workflow promises"
        + " one with `deadlines:`";
  }

  private Request supposed() {
    return Request.get("forecasts", "what-if")
        .withAll("holiday", holiday.holidays())
        .withAll("pool", pools)
        .withAll("down", down)
        .withAll("longer", longer)
        .withAll("without", without);
  }
}
