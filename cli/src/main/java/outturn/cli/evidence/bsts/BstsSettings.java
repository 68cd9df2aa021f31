package outturn.cli.evidence.bsts;

import java.util.ArrayList;
import java.util.List;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import outturn.cli.csv.CsvFile;
import outturn.cli.csv.Numbers;
import outturn.cli.csv.Timeline;
import outturn.evidence.bsts.BstsModel;
import outturn.evidence.bsts.Sampling;
import outturn.evidence.its.model.Control;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;
import picocli.CommandLine.Option;

/// How a structural time series is analysed, as options.
final class BstsSettings {
  @Option(
      names = "--controls",
      paramLabel = "COLUMN",
      arity = "1..*",
      split = ",",
      description = "columns that move the measure and that the change did not touch")
  private List<String> controls = new ArrayList<>();

  @Option(
      names = "--pre",
      paramLabel = "FIRST:LAST",
      required = true,
      converter = Stretch.Converter.class,
      description = "the periods before the change, both ends included")
  private Stretch pre = new Stretch("", "");

  @Option(
      names = "--post",
      paramLabel = "FIRST:LAST",
      required = true,
      converter = Stretch.Converter.class,
      description = "the periods after it; those between are left out")
  private Stretch post = new Stretch("", "");

  @Option(
      names = "--level-sd",
      paramLabel = "NUMBER",
      defaultValue = "0.1",
      description = "how far a step of the level may go, in standard deviations; default: 0.1")
  private double levelDeviation;

  @Option(
      names = "--season",
      paramLabel = "PERIODS",
      defaultValue = "1",
      description =
          "periods of a season that may change slowly, such as 12 of months; default: none")
  private int season;

  @Option(names = "--draws", paramLabel = "N", defaultValue = "1000", description = "default: 1000")
  private int draws;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of the random numbers; default: 1")
  private long seed;

  /// From the first period before to the last one after.
  Window used(Timeline timeline) {
    return new Window(
        pre.in(timeline).from(), Math.max(pre.in(timeline).to(), post.in(timeline).to()));
  }

  /// Whether every period before comes before every period after.
  boolean isInOrder(Timeline timeline) {
    var before = pre.in(timeline);
    var after = post.in(timeline);
    return before.length() > 0 && after.length() > 0 && before.to() <= after.from();
  }

  /// The model of the used periods.
  BstsModel model(CsvFile data, Timeline timeline) {
    if (!Double.isFinite(levelDeviation)) {
      throw new CommandFailed(ExitCode.MISUSED, "--level-sd is a number that is not endless");
    }
    var used = used(timeline);
    var before = pre.in(timeline);
    var intervention = new Intervention(before.length(), post.in(timeline).from() - before.to());
    var columns =
        controls.stream()
            .map(name -> new Control(name, Series.of(Numbers.of(data, name)).slice(used)))
            .toArray(Control[]::new);
    return BstsModel.of(intervention, columns)
        .withLevelDeviation(levelDeviation)
        .withSeason(season)
        .with(new Sampling(draws, Sampling.DEFAULT.level(), seed));
  }
}
