package outturn.cli.evidence;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outturn.charts.control.Caption;
import outturn.charts.power.PowerCurve;
import outturn.charts.power.PowerCurve.Point;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;
import outturn.cli.client.Json;
import outturn.cli.command.Environment;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Terminal;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.power.Detectable;
import outturn.evidence.power.ItsPower;
import outturn.evidence.power.Power;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// `outturn evidence power`: whether an interrupted time series that is planned will show a step.
@Command(
    name = "power",
    description = {
      "Say by simulation how large a step must be to be seen in an interrupted time series, or with"
          + " --effect the chance that one is seen.",
      "Ask it when a measure is defined, not after the change."
    },
    footer = {
      "  outturn evidence power --before 24 --after 12 --sd 14 --autocorrelation 0.3 --svg power.svg",
      "  outturn evidence power --before 36 --after 12 --sd 14 --autocorrelation 0.3 --effect 20",
      "  outturn evidence power --before 48 --after 24 --harmonics 2 --cycle 12 --slope --json"
    })
final class PowerCommand extends Calculation {
  private static final int POINTS = 16;

  /// In standard deviations, where no step was asked about.
  private static final double LARGEST = 4;

  @Mixin private final PowerSettings settings = new PowerSettings();

  @Option(
      names = "--effect",
      paramLabel = "NUMBER",
      converter = FiniteNumber.class,
      description = "the step that is hoped for, in the unit of the measure")
  private @Nullable Double effect;

  @Option(
      names = "--power",
      paramLabel = "SHARE",
      defaultValue = "0.8",
      converter = FiniteNumber.class,
      description = "without --effect: the chance that the step is to be seen with; default: 0.8")
  private double wanted;

  PowerCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void run() {
    if (effect == null) {
      detectable();
    } else {
      chance(effect);
    }
  }

  private void detectable() {
    var found =
        found(
            ItsPower.detectable(
                settings.setting(), settings.variation(), wanted, settings.trials()));
    show(() -> json(found), () -> tell(found));
    draw(() -> picture("Smallest step that is seen", new Point(found.step(), found.power())));
  }

  private void chance(double step) {
    var found =
        found(ItsPower.power(settings.setting(), settings.variation(), step, settings.trials()));
    show(() -> json(found, step), () -> tell(found, step));
    var title = "Chance of seeing a step of " + Figures.brief(step);
    draw(() -> picture(title, new Point(Math.abs(step), found.value())));
  }

  /// The chance by the size of the step, up to twice the one that is marked.
  private Drawing picture(String title, Point marked) {
    var largest =
        marked.step() > 0 ? 2 * marked.step() : LARGEST * settings.variation().standardDeviation();
    var steps = IntStream.rangeClosed(0, POINTS).mapToObj(each -> largest * each / POINTS).toList();
    var powers =
        found(ItsPower.powers(settings.setting(), settings.variation(), steps, settings.trials()));
    var points =
        IntStream.rangeClosed(0, POINTS)
            .mapToObj(each -> new Point(steps.get(each), powers.get(each).value()))
            .toList();
    var caption = new Caption(title, settings.told(powers.getFirst().grounds().method()));
    return new PowerCurve(caption, "size of the step, in the unit of the measure", points, marked)
        .draw(Size.WIDE);
  }

  private JsonNode json(Detectable found) {
    var node = Json.object();
    ReportJson.number(node, "estimate", found.step());
    ReportJson.number(node, "monteCarloError", found.monteCarloError());
    ReportJson.number(node, "standardDeviations", found.standardDeviations());
    ReportJson.number(node, "atBest", found.atBest());
    ReportJson.number(node, "power", found.power());
    return settings.addTo(ReportJson.of(found.grounds())).set("detectable", node);
  }

  private JsonNode json(Power found, double step) {
    var node = Json.object();
    ReportJson.number(node, "estimate", found.value());
    ReportJson.number(node, "monteCarloError", found.monteCarloError());
    ReportJson.number(node, "effect", step);
    return settings.addTo(ReportJson.of(found.grounds())).set("power", node);
  }

  private void tell(Detectable found) {
    terminal.line(new Cell("Smallest step that is seen", Style.STRONG));
    terminal.paragraph(
        "A step of %s (± %s by the simulation), %s standard deviations, is declared with a chance of %s."
            .formatted(
                Figures.brief(found.step()),
                Figures.brief(found.monteCarloError()),
                Figures.brief(found.standardDeviations()),
                GroundsReport.percent(found.power())),
        "");
    terminal.paragraph(
        "If variation and correlation were known, it would be %s; no honest method sees a smaller one."
            .formatted(Figures.brief(found.atBest())),
        "");
    grounds(found.grounds());
  }

  private void tell(Power found, double step) {
    terminal.line(new Cell("Chance of seeing a step of " + Figures.brief(step), Style.STRONG));
    terminal.paragraph(
        "It is declared with a chance of %s (± %s by the simulation)."
            .formatted(
                GroundsReport.percent(found.value()),
                GroundsReport.percent(found.monteCarloError())),
        "");
    grounds(found.grounds());
  }

  private void grounds(Grounds grounds) {
    terminal.paragraph(settings.told(grounds.method()), "");
    terminal.line("");
    new GroundsReport(terminal).tell(grounds);
  }
}
