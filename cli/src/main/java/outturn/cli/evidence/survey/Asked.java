package outturn.cli.evidence.survey;

import outturn.cli.evidence.FiniteNumber;
import outturn.evidence.survey.Population;
import picocli.CommandLine.Option;

/// Who could have been asked, and how sure the interval is to be, as options.
final class Asked {
  @Option(
      names = "--population",
      paramLabel = "N",
      description = "all who could have been asked; default: so many that it does not matter")
  private int population = Population.large().size();

  @Option(
      names = "--level",
      paramLabel = "SHARE",
      defaultValue = "0.95",
      converter = FiniteNumber.class,
      description = "of the interval; default: 0.95")
  private double level;

  Population population() {
    return new Population(population);
  }

  double level() {
    return level;
  }
}
