package outturn.evidence.attainment;

/// How much an uncertain input of a plan decides of the value in the due period: a bar of the
/// tornado.
///
/// @param name of the lever, risk or assumption; `level` for the baseline
/// @param correlation of ranks, -1..1
public record Driver(String name, Kind kind, double correlation) {
  public enum Kind {
    EFFECT,
    START,
    CONTINGENCY,
    LEVEL
  }
}
