package outturn.charts.svg;

/// How much room a text takes, without a font at hand.
public final class TextWidth {
  /// Advance widths of Helvetica for the characters 32 to 126, in thousandths of the font size.
  /// Adobe, *Core 14 AFM files*, Helvetica.afm.
  private static final int[] HELVETICA = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
  };

  private static final int OTHER = 640;
  private static final int IDEOGRAPH = 1000;

  /// The widest usual system font, DejaVu Sans, is about this much wider.
  private static final double SAFETY = 1.12;

  private TextWidth() {}

  /// An upper estimate in the unit of the font size.
  public static double of(String text, double fontSize) {
    int thousandths =
        text.codePoints()
            .map(c -> {
              if (c >= 32 && c <= 126) {
                return HELVETICA[c - 32];
              }
              return c >= 0x2e80 ? IDEOGRAPH : OTHER;
            })
            .sum();
    return thousandths * fontSize * SAFETY / 1000;
  }

  /// The text, or as much of it as fits, with an ellipsis.
  public static String fit(String text, double fontSize, double room) {
    if (of(text, fontSize) <= room) {
      return text;
    }
    int end = text.length();
    while (end > 0 && of(text.substring(0, end) + "…", fontSize) > room) {
      end = text.offsetByCodePoints(end, -1);
    }
    return end == 0 ? "" : text.substring(0, end).stripTrailing() + "…";
  }
}
