package outturn.evidence.attainment;

import outturn.evidence.quantity.Seed;

/// How a plan is simulated; stored with the forecast, so that it can be repeated.
///
/// @param draws 10,000 give a probability to within one point
public record Simulation(int draws, Seed seed) {
  public static Simulation standard(Seed seed) {
    return new Simulation(10_000, seed);
  }
}
