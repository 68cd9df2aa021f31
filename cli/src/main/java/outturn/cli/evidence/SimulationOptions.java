package outturn.cli.evidence;

import outturn.evidence.quantity.Seed;
import picocli.CommandLine.Option;

/// How often something is drawn at random, and from which seed, as options.
public final class SimulationOptions {
  @Option(
      names = "--draws",
      paramLabel = "N",
      defaultValue = "10000",
      description = "of the simulation; default: 10000")
  private int draws;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of the simulation; default: 1")
  private long seed;

  public int draws() {
    return draws;
  }

  public Seed seed() {
    return new Seed(seed);
  }
}
