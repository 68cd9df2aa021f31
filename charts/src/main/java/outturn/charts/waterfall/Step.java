package outturn.charts.waterfall;

import outturn.charts.svg.Paint;
import outturn.evidence.quantity.Spread;

/// A row of a waterfall.
///
/// @param from where its bar begins; it ends at what stands at P50
/// @param change by this step
/// @param standing after this step
public record Step(
    String name, Kind kind, Money money, double from, Spread change, Spread standing) {
  /// Whether a row goes on from the one before.
  public enum Kind {
    /// Adds or takes away.
    CHANGE,
    /// What it comes to, or a part of that.
    TOTAL
  }

  /// Whether a budget line falls by it.
  public enum Money {
    CASH,
    /// None of it, or not all.
    NOT_CASH
  }

  /// A row that begins at nothing.
  public static Step total(String name, Money money, Spread worth) {
    return new Step(name, Kind.TOTAL, money, 0, worth, worth);
  }

  Paint paint() {
    return switch (kind) {
      case TOTAL -> Paint.SERIES;
      case CHANGE -> standing.p50() < from ? Paint.LIMIT : Paint.EXPECTED;
    };
  }
}
