package outturn.cli.evidence;

import org.jspecify.annotations.Nullable;
import outturn.charts.control.Caption;
import outturn.charts.control.ControlChart;
import outturn.charts.control.Quantity;
import outturn.charts.svg.Size;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.csv.CsvFile;
import outturn.cli.terminal.Terminal;
import outturn.evidence.xmr.Xmr;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `outturn evidence xmr`: the control chart of a column.
@Command(
    name = "xmr",
    description = {
      "Make the control chart (XmR) of a column: limits, and the points that chance seldom makes.",
      "Beside each such point stands how often noise alone makes one."
    },
    footer = {
      "  outturn evidence xmr visits.csv --date week --value visits",
      "  outturn evidence xmr seatbelts.csv --date year,month --value drivers --phases 1983-02"
          + " --better lower --target 1400",
      "  outturn evidence xmr visits.csv --date week --value visits --limits median --rules nelson"
          + " --json --svg visits.svg"
    })
final class XmrCommand extends EvidenceCommand {
  @Mixin private final SeriesColumns columns = new SeriesColumns();
  @Mixin private final XmrSettings settings = new XmrSettings();

  @Option(names = "--target", paramLabel = "NUMBER", description = "say whether it is met")
  private @Nullable Double target;

  XmrCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void run(CsvFile data) {
    if (target != null && !Double.isFinite(target)) {
      throw new CommandFailed(ExitCode.MISUSED, "--target is a number that is not endless");
    }
    var timeline = columns.timeline(data);
    var series = columns.series(data);
    var chart = Xmr.of(series, settings.options(timeline));
    var result = new XmrResult(timeline, chart, settings.better(), target);
    show(() -> XmrJson.of(result), () -> new XmrReport(terminal).tell(result, columns.name()));
    draw(() -> {
      var each = "one value each %s".formatted(timeline.step());
      var caption = new Caption(columns.name(), "Control chart, %s.".formatted(each));
      var drawn = ControlChart.of(caption, Quantity.of(each), timeline.starts(), chart);
      return (target == null ? drawn : drawn.withTarget(target)).draw(Size.WIDE);
    });
  }
}
