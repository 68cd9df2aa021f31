package outturn.evidence.xmr;

/// Why a phase is to be read with care.
///
/// @param phase position in [XmrChart#phases()]
/// @param text one sentence for the reader of the chart
public record Warning(Kind kind, int phase, String text) {
  public enum Kind {
    NO_LIMITS,
    FEW_POINTS,
    CONSTANT,
    AUTOCORRELATED
  }
}
