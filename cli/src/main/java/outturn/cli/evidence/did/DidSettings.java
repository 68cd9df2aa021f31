package outturn.cli.evidence.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import outturn.cli.evidence.FiniteNumber;
import outturn.cli.evidence.panel.PanelRows;
import outturn.evidence.did.Resampling;
import picocli.CommandLine.Option;

/// Which units are treated from when on, and how chance is judged, as options.
final class DidSettings {
  @Option(
      names = "--treated",
      paramLabel = "NAME",
      split = ",",
      description = "the treated units; all others are controls")
  private List<String> treated = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "the first period in which they are treated")
  private @Nullable String from;

  @Option(
      names = "--start",
      paramLabel = "COLUMN",
      description =
          "instead of both: the column of the first period with treatment of each unit; empty for a"
              + " unit that is never treated")
  private @Nullable String start;

  @Option(
      names = "--draws",
      paramLabel = "N",
      defaultValue = "999",
      description = "permutations, and as many of the bootstrap; default: 999")
  private int draws;

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
      description = "of the random numbers; default: 1")
  private long seed;

  /// The first treated period of each treated unit.
  Map<String, Integer> starts(PanelRows rows) {
    if (start != null && treated.isEmpty() && from == null) return rows.starts(start);
    if (start == null && !treated.isEmpty() && from != null) return rows.starts(treated, from);
    throw new CommandFailed(
        ExitCode.MISUSED,
        "say --treated and --from, or --start with a column if units start at different times");
  }

  Resampling resampling() {
    return new Resampling(draws, level, seed);
  }
}
