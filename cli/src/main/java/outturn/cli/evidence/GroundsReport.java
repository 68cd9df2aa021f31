package outturn.cli.evidence;

import java.math.BigDecimal;
import java.math.MathContext;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Grounds;

/// Tells estimates, what they take for granted, and what to be careful about; alike in every
/// command.
public final class GroundsReport {
  private static final String INDENT = "  ";
  private static final MathContext DIGITS = new MathContext(3);
  private static final double LEAST_P = .001;

  private final Terminal terminal;

  public GroundsReport(Terminal terminal) {
    this.terminal = terminal;
  }

  /// A table for [#row].
  public static Table estimates(String title, double level) {
    return new Table(
        Column.of(title),
        Column.ofNumbers("ESTIMATE"),
        Column.ofNumbers("ERROR"),
        Column.ofNumbers("LOWER " + percent(level)),
        Column.ofNumbers("UPPER " + percent(level)),
        Column.ofNumbers("P"));
  }

  public static void row(Table table, String name, Estimate estimate) {
    table.row(
        name,
        figure(estimate.value()),
        figure(estimate.standardError()),
        figure(estimate.interval().lower()),
        figure(estimate.interval().upper()),
        p(estimate));
  }

  /// With three significant digits, or two decimals.
  public static String figure(double number) {
    if (!Double.isFinite(number) || Math.abs(number) >= 1) return Figures.brief(number);
    var rounded = new BigDecimal(String.valueOf(number)).round(DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /// A probability, or nothing where the method has none.
  public static String p(Estimate estimate) {
    return p(estimate.p().orElse(Double.NaN));
  }

  /// A probability, or nothing if it is no number.
  public static String p(double p) {
    return p < LEAST_P ? "<" + LEAST_P : figure(p);
  }

  /// Assumptions, warnings and the seed.
  public void tell(Grounds grounds) {
    var table = new Table(Column.of("ASSUMED"), Column.flexible("WHAT THE DATA SAY"));
    for (var each : grounds.assumptions()) {
      table.row(new Cell(word(each), style(each)), each.text());
    }
    table.print(terminal, INDENT);
    for (var warning : grounds.warnings()) {
      terminal.paragraph(
          warning.text(), INDENT + terminal.painted(new Cell("!", Style.DOUBTFUL)) + " ");
    }
    grounds.seed().ifPresent(seed -> terminal.line(INDENT + "Random numbers from seed " + seed));
  }

  /// `95 %`
  public static String percent(double share) {
    return Figures.brief(Math.round(share * 1000) / 10.0) + " %";
  }

  private static String word(Assumption assumption) {
    return switch (assumption.state()) {
      case HOLDS -> "holds";
      case DOUBTFUL -> "doubtful";
      case NOT_TESTABLE -> "not testable";
    };
  }

  private static Style style(Assumption assumption) {
    return switch (assumption.state()) {
      case HOLDS -> Style.GOOD;
      case DOUBTFUL -> Style.DOUBTFUL;
      case NOT_TESTABLE -> Style.FAINT;
    };
  }
}
