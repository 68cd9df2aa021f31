package outturn.cli.evidence.sequence;

import outturn.cli.evidence.FiniteNumber;
import outturn.evidence.sequence.Tuning;
import picocli.CommandLine.Option;

/// What a sequence is made for, fixed before the first look, as options.
final class Looks {
  @Option(
      names = "--planned",
      paramLabel = "N",
      required = true,
      description = {
        "values at the planned review, where the interval is narrowest for its level",
        "the same at every look"
      })
  private int planned;

  @Option(
      names = "--level",
      paramLabel = "SHARE",
      defaultValue = "0.95",
      converter = FiniteNumber.class,
      description = "the chance that no interval, at any look, is wrong; default: 0.95")
  private double level;

  Tuning tuning() {
    return new Tuning(planned, level);
  }
}
