package outturn.cli.evidence;

import outturn.evidence.power.ItsSetting;
import outturn.evidence.power.Trials;
import outturn.evidence.power.Variation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// The interrupted time series that is planned, as options.
final class PowerSettings {
  @Option(
      names = "--before",
      paramLabel = "N",
      required = true,
      description = "periods before the change")
  private int before;

  @Option(
      names = "--after",
      paramLabel = "N",
      required = true,
      description = "periods after the change")
  private int after;

  @Option(
      names = "--sd",
      paramLabel = "NUMBER",
      defaultValue = "1",
      converter = FiniteNumber.class,
      description = "how the measure varies about trend and season, in its unit; default: 1")
  private double deviation;

  @Option(
      names = "--autocorrelation",
      paramLabel = "R",
      defaultValue = "0",
      converter = FiniteNumber.class,
      description = "of neighbouring values, -0.95 to 0.95; default: 0")
  private double autocorrelation;

  @Option(
      names = "--level",
      paramLabel = "SHARE",
      defaultValue = "0.95",
      converter = FiniteNumber.class,
      description = "1 less the share of false alarms; default: 0.95")
  private double level;

  @Option(
      names = "--replications",
      paramLabel = "N",
      defaultValue = "2000",
      description = "simulated series; default: 2000")
  private int replications;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of the simulation; default: 1")
  private long seed;

  @Mixin private final ItsTerms terms = new ItsTerms();

  ItsSetting setting() {
    return new ItsSetting(before, after, terms.shape(), terms.harmonics("period"), terms.errors());
  }

  Variation variation() {
    return new Variation(deviation, autocorrelation);
  }

  Trials trials() {
    return new Trials(level, replications, seed);
  }

  /// The same object, with what was asked for.
  ObjectNode addTo(ObjectNode report) {
    report.put("before", before).put("after", after).put("replications", replications);
    ReportJson.number(report, "standardDeviation", deviation);
    ReportJson.number(report, "autocorrelation", autocorrelation);
    ReportJson.number(report, "level", level);
    return report;
  }

  /// What was simulated, in a sentence.
  String told(String method) {
    return "%d simulated series: %d periods before and %d after, false alarms %s, method %s."
        .formatted(replications, before, after, GroundsReport.percent(1 - level), method);
  }
}
