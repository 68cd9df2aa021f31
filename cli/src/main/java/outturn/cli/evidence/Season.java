package outturn.cli.evidence;

import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import outturn.evidence.its.model.Harmonics;
import picocli.CommandLine.Option;

/// A season of sines and cosines, as options.
public final class Season {
  private static final Map<String, Integer> CYCLES =
      Map.of("month", 12, "quarter", 4, "week", 52, "day", 7);

  @Option(
      names = "--harmonics",
      paramLabel = "N",
      description = "pairs of a sine and a cosine for the season; default: 0")
  private int pairs;

  @Option(
      names = "--cycle",
      paramLabel = "PERIODS",
      description =
          "length of the season; default: a year of months, quarters or weeks, a week of days")
  private @Nullable Integer cycle;

  /// How many periods a season usually has: a year, or a week of days; empty where none is usual.
  ///
  /// @param step of the periods: `month`
  public static OptionalInt usual(String step) {
    var known = CYCLES.get(step);
    return known == null ? OptionalInt.empty() : OptionalInt.of(known);
  }

  /// @param step of the periods: `month`
  Harmonics harmonics(String step) {
    if (pairs == 0) return Harmonics.NONE;
    var known = cycle == null ? usual(step) : OptionalInt.of(cycle);
    if (known.isPresent()) return new Harmonics(known.getAsInt(), pairs);
    throw new CommandFailed(
        ExitCode.MISUSED,
        "--harmonics needs --cycle, the periods of a season, where there is one value each "
            + step);
  }
}
