package outturn.cli.evidence.bsts;

import java.util.Optional;
import outturn.cli.command.Environment;
import outturn.cli.csv.CsvFile;
import outturn.cli.evidence.EvidenceCommand;
import outturn.cli.evidence.SeriesColumns;
import outturn.cli.terminal.Terminal;
import outturn.evidence.bsts.Bsts;
import outturn.evidence.bsts.BstsModel;
import outturn.evidence.bsts.Sampling;
import outturn.evidence.its.Placebo;
import outturn.evidence.series.Series;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `outturn evidence bsts`: what changed, against what would have been.
@Command(
    name = "bsts",
    description = {
      "Say what changed by a Bayesian structural time series, as R's CausalImpact does.",
      "Columns that the change did not touch tell what would have been. Without such controls the"
          + " same is tried at fake dates."
    },
    footer = {
      "  outturn evidence bsts sales.csv --value y --controls x1 --pre 1:70 --post 71:100",
      "  outturn evidence bsts visits.csv --date month --value visits --controls region,country"
          + " --pre 2021-01:2024-12 --post 2025-02:2025-12 --season 12 --draws 5000 --seed 7 --json"
    })
public final class BstsCommand extends EvidenceCommand {
  @Mixin private final SeriesColumns columns = new SeriesColumns();
  @Mixin private final BstsSettings settings = new BstsSettings();

  public BstsCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void run(CsvFile data) {
    var timeline = columns.timeline(data);
    if (!settings.isInOrder(timeline)) {
      throw misused("--pre and --post are FIRST:LAST, and --post begins after --pre ends");
    }
    var used = settings.used(timeline);
    var series = columns.series(data).slice(used);
    var model = settings.model(data, timeline);
    var result = found(Bsts.analyse(series, model), data);
    var analysis = new BstsAnalysis(timeline, used, series, model, result, placebo(series, model));
    show(
        () -> BstsJson.of(analysis), () -> new BstsReport(terminal, analysis).tell(columns.name()));
    draw(() -> analysis.chart(columns.name()));
  }

  /// At up to 40 dates; more draws than usual would not make their share less rough.
  private static Optional<Placebo> placebo(Series series, BstsModel model) {
    if (!model.controls().isEmpty()) return Optional.empty();
    var sampling = model.sampling();
    var usual = Math.min(sampling.draws(), Sampling.DEFAULT.draws());
    var quick = new Sampling(usual, sampling.level(), sampling.seed());
    return Bsts.placebo(series, model.with(quick)).result();
  }
}
