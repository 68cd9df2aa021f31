package outturn.cli.evidence;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.evidence.its.model.Errors;
import outturn.evidence.its.model.Harmonics;
import outturn.evidence.its.model.Shape;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What an interrupted time series is taken for, whether it is analysed or planned, as options.
final class ItsTerms {
  @Option(names = "--slope", description = "let the trend change too, not only the level")
  private boolean slope;

  @Option(
      names = "--errors",
      paramLabel = "METHOD",
      converter = ItsErrors.class,
      description = "reml, ols, newey-west:LAG or prais-winsten; default: reml")
  private @Nullable Errors errors;

  @Mixin private final Season season = new Season();

  Shape shape() {
    return slope ? Shape.TREND_STEP_AND_SLOPE : Shape.TREND_AND_STEP;
  }

  /// Those that were asked for.
  Optional<Errors> askedErrors() {
    return Optional.ofNullable(errors);
  }

  Errors errors() {
    return askedErrors().orElseGet(Errors::standard);
  }

  /// @param step of the periods: `month`
  Harmonics harmonics(String step) {
    return season.harmonics(step);
  }
}
