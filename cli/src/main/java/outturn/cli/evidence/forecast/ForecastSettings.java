package outturn.cli.evidence.forecast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outturn.cli.evidence.Season;
import outturn.cli.evidence.Word;
import outturn.evidence.forecast.ForecastOptions;
import outturn.evidence.forecast.Method;
import picocli.CommandLine.Option;

/// How a forecast is made, as options.
final class ForecastSettings {
  @Option(
      names = "--horizon",
      paramLabel = "N",
      required = true,
      description = "periods ahead, 1 to 240")
  private int horizon;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "auto",
      converter = HowWord.class,
      description =
          "auto, naive, seasonal-naive, naive2, drift, ses, holt, damped, theta or ets; default:"
              + " auto, which tries theta, ets and naive2")
  private How how = How.AUTO;

  @Option(
      names = "--season",
      paramLabel = "N",
      description =
          "periods of a season, 1 for none; default: a year of months, quarters or weeks, a week of"
              + " days, else 1")
  private @Nullable Integer season;

  @Option(
      names = "--level",
      paramLabel = "SHARE",
      defaultValue = "0.95",
      description = "of the intervals; default: 0.95")
  private double level;

  /// The methods by their names, and the choice among them.
  enum How {
    AUTO,
    NAIVE,
    SEASONAL_NAIVE,
    NAIVE2,
    DRIFT,
    SES,
    HOLT,
    DAMPED,
    THETA,
    ETS;

    private List<Method> methods() {
      return this == AUTO ? ForecastOptions.AUTOMATIC : List.of(Method.valueOf(name()));
    }
  }

  /// @param step of the periods: `month`
  ForecastOptions options(String step) {
    var cycle = season == null ? Season.usual(step).orElse(1) : season;
    return new ForecastOptions(horizon, cycle, level, how.methods());
  }

  private static final class HowWord extends Word<How> {
    HowWord() {
      super(How.values());
    }
  }
}
