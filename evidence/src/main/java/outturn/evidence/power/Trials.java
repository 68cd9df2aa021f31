package outturn.evidence.power;

/// How a power is simulated.
///
/// @param level 1 less the share of false alarms that is accepted, such as 0.95
/// @param replications number of simulated series
public record Trials(double level, int replications, long seed) {
  public static final Trials DEFAULT = new Trials(.95, 2000, 1);
}
