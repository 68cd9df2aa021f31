package outturn.cli.evidence.panel;

import java.time.YearMonth;
import java.util.Map;

/// Files with a row for each unit and month, from January 2025 on; their values are those of
/// evidence/src/test/oracle.
public final class PanelFiles {
  private static final String HEADER = "site;month;calls;golive\n";

  private PanelFiles() {}

  /// 10 sites and 12 months: `wave` of comparison-groups.py.
  public static String wave(Map<Integer, Integer> starts) {
    var text = new StringBuilder(HEADER);
    for (var i = 0; i < 10; i++) {
      var start = starts.getOrDefault(i, 12);
      for (var t = 0; t < 12; t++) {
        var noise = Math.cos(2.3 * i + .9 * t + .11 * i * t);
        var effect = t >= start ? 2 + .5 * (t - start) : 0;
        row(text, i, t, 10 + 3 * Math.sin(1.7 * i) + .3 * t + noise + effect, start, 12);
      }
    }
    return text.toString();
  }

  /// 12 sites and 14 months: `chirp` of synthetic-did.py.
  public static String chirp(Map<Integer, Integer> starts) {
    var text = new StringBuilder(HEADER);
    for (var i = 0; i < 12; i++) {
      var start = starts.getOrDefault(i, 14);
      for (var t = 0; t < 14; t++) {
        var noise = Math.cos(1.3 * i * i + 2.1 * t * t + .7 * i * t);
        var effect = t >= start ? 3 : 0;
        row(text, i, t, 20 + 2 * Math.sin(1.7 * i) + .3 * t + noise + effect, start, 14);
      }
    }
    return text.toString();
  }

  private static void row(
      StringBuilder text, int unit, int period, double value, int start, int end) {
    text.append("site %d;%s;%s;".formatted(unit, month(period), value));
    text.append(start < end ? month(start) : "").append('\n');
  }

  private static YearMonth month(int period) {
    return YearMonth.of(2025, 1).plusMonths(period);
  }
}
