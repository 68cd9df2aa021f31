package outturn.cli.evidence.reference;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import outturn.cli.client.Json;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import outturn.cli.csv.Numbers;
import outturn.evidence.bsts.Bsts;
import outturn.evidence.bsts.BstsModel;
import outturn.evidence.bsts.BstsResult;
import outturn.evidence.bsts.Sampling;
import outturn.evidence.its.model.Control;
import outturn.evidence.its.model.Intervention;
import outturn.evidence.series.Series;

/// Effects by Bayesian structural time series, with the priors of R's CausalImpact.
final class CausalImpactValues {
  private static final int BEFORE = 70;
  private static final double LEVEL_DEVIATION = .01;

  /// So many that what chance adds is small beside the tolerances.
  private static final Sampling MANY = new Sampling(20_000, .95, 1);

  private CausalImpactValues() {}

  static Map<String, Double> vignette() {
    var file = ReferenceData.own("vignette_seed1.csv");
    var y = Series.of(Numbers.of(file, "y"));
    var average = effect(y, new Control("x1", Series.of(Numbers.of(file, "x1")))).average();
    return Map.of(
        "vignette.avg_effect", average.value(),
        "vignette.ci_lower", average.interval().lower(),
        "vignette.ci_upper", average.interval().upper(),
        "vignette.actual_avg",
            IntStream.range(BEFORE, y.size()).mapToDouble(y::value).average().orElseThrow());
  }

  /// @param scenario of R's own output, `basic` or `no_effect`
  static Optional<Map<String, Double>> ofR(ReferenceData data, String scenario) {
    var name = "causalimpact/r_reference_%s.json".formatted(scenario);
    return data.other(name)
        .map(text -> {
          var effect = effect(series(name, text));
          var prefix = "r141.%s.".formatted(scenario);
          return Map.of(
              prefix + "avg_effect", effect.average().value(),
              prefix + "ci_lower", effect.average().interval().lower(),
              prefix + "ci_upper", effect.average().interval().upper(),
              prefix + "cumulative", effect.cumulative().value(),
              prefix + "relative", effect.relative().value());
        });
  }

  private static Series series(String name, String text) {
    var values = Json.read(text).map(node -> node.path("data").path("y"));
    if (values.isEmpty() || values.get().size() <= BEFORE) {
      throw new CommandFailed(
          ExitCode.REFUSED, "%s is not the file of that name in SOURCES.md".formatted(name));
    }
    return Series.of(
        values.get().valueStream().mapToDouble(value -> value.asDouble(Double.NaN)).toArray());
  }

  private static BstsResult effect(Series y, Control... controls) {
    var model =
        BstsModel.of(Intervention.at(BEFORE), controls)
            .withLevelDeviation(LEVEL_DEVIATION)
            .with(MANY);
    return Bsts.analyse(y, model).result().orElseThrow();
  }
}
