package outturn.outcome.portfolio;

import java.util.Locale;
import outturn.evidence.xmr.Side;
import outturn.evidence.xmr.Variation;
import outturn.evidence.xmr.XmrPoint;
import outturn.outcome.position.Position;

/// What the latest value says: nothing, or a special cause on one side. Never colour alone: the
/// letter tells the side.
///
/// @param letter `H` for higher, `L` for lower, `-` for the usual variation or no value
public record Trend(Variation variation, String letter) {
  static Trend of(Position position) {
    return position.picture().xmr().points().stream()
        .filter(point -> !point.isMissing())
        .reduce((_, later) -> later)
        .filter(XmrPoint::isSpecialCause)
        .map(point -> new Trend(point.variation(), letter(point)))
        .orElse(new Trend(Variation.COMMON_CAUSE, "-"));
  }

  private static String letter(XmrPoint point) {
    return point.signal().map(signal -> signal.side() == Side.HIGH ? "H" : "L").orElse("-");
  }

  /// `improvement`, `concern`, `neutral` or `common-cause`
  public String word() {
    return variation.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
