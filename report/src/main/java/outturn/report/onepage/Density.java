package outturn.report.onepage;

import java.util.Locale;
import outturn.outcome.onepage.OnePage;

/// How much a statement tells, by which a browser chooses the letters that it prints: it cannot try
/// sizes as [Paper] does.
enum Density {
  USUAL,
  DENSE,
  DENSEST;

  private static final int MANY = 2_600;
  private static final int TOO_MANY = 3_800;

  static Density of(OnePage page) {
    int letters =
        page.sections().stream()
            .flatMap(section -> section.lines().stream())
            .mapToInt(line -> line.label().length() + line.text().length())
            .sum();
    return letters > TOO_MANY ? DENSEST : letters > MANY ? DENSE : USUAL;
  }

  /// As a class of the style sheet: `densest`
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
