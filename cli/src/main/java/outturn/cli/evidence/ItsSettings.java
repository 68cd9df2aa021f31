package outturn.cli.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import outturn.cli.csv.CsvFile;
import outturn.cli.csv.Numbers;
import outturn.cli.csv.Timeline;
import outturn.evidence.its.model.Control;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.its.model.Reading;
import outturn.evidence.its.model.Response;
import outturn.evidence.its.model.Scale;
import outturn.evidence.regression.Dispersion;
import outturn.evidence.series.Series;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What is analysed as an interrupted time series, as options.
final class ItsSettings {
  @Option(
      names = "--intervention",
      paramLabel = "PERIOD",
      required = true,
      description = "the first period that the change can have affected")
  private String intervention = "";

  @Option(
      names = "--transition",
      paramLabel = "N",
      description = "periods from it on that are left out while the change was coming; default: 0")
  private int transition;

  @Option(names = "--log", description = "analyse logarithms, so that effects multiply")
  private boolean log;

  @Option(
      names = "--controls",
      paramLabel = "COLUMN",
      split = ",",
      description = "columns that move the measure and that the change did not touch")
  private List<String> controls = new ArrayList<>();

  @Option(
      names = "--family",
      paramLabel = "FAMILY",
      defaultValue = "gaussian",
      converter = FamilyWord.class,
      description = "gaussian for amounts, poisson or quasipoisson for counts; default: gaussian")
  private Family family = Family.GAUSSIAN;

  @Option(
      names = "--exposure",
      paramLabel = "COLUMN",
      description = "of counts: what a period offers for events, such as kilometres driven")
  private @Nullable String exposure;

  @Option(
      names = "--level",
      paramLabel = "SHARE",
      defaultValue = "0.95",
      converter = FiniteNumber.class,
      description = "of the intervals; default: 0.95")
  private double level;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of the bootstrap; default: 1")
  private long seed;

  @Mixin private final ItsTerms terms = new ItsTerms();

  /// How the values vary about what is expected.
  enum Family {
    GAUSSIAN,
    POISSON,
    QUASIPOISSON
  }

  ItsModel model(CsvFile data, Timeline timeline) {
    return new ItsModel(
        new Intervention(timeline.index(intervention), transition),
        terms.shape(),
        terms.harmonics(timeline.step()),
        controls.stream().map(each -> new Control(each, column(data, each))).toList(),
        response(data),
        new Reading(level, seed));
  }

  /// The period as it was asked for.
  String intervention() {
    return intervention;
  }

  private Response response(CsvFile data) {
    return switch (family) {
      case GAUSSIAN -> amounts();
      case POISSON -> counts(Dispersion.POISSON, data);
      case QUASIPOISSON -> counts(Dispersion.QUASI_POISSON, data);
    };
  }

  private Response amounts() {
    if (exposure != null) {
      throw new CommandFailed(
          ExitCode.MISUSED,
          "--exposure is for counts; add --family quasipoisson, or divide by it beforehand");
    }
    return new Response.Amounts(log ? Scale.LOG : Scale.NATURAL, terms.errors());
  }

  private Response counts(Dispersion dispersion, CsvFile data) {
    if (log || terms.askedErrors().isPresent()) {
      throw new CommandFailed(
          ExitCode.MISUSED,
          "counts have logarithms and errors of their own; leave out --log and --errors");
    }
    return new Response.Counts(dispersion, exposure == null ? null : column(data, exposure));
  }

  private static Series column(CsvFile data, String name) {
    return Series.of(Numbers.of(data, name));
  }

  private static final class FamilyWord extends Word<Family> {
    FamilyWord() {
      super(Family.values());
    }
  }
}
