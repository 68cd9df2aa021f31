package outturn.cli.evidence.forecast;

import outturn.cli.evidence.GroundsReport;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import outturn.evidence.forecast.Step;

/// Tells a forecast, and how much to make of it.
final class ForecastReport {
  private static final String INDENT = "  ";

  private final Terminal terminal;
  private final ForecastAnalysis analysis;

  ForecastReport(Terminal terminal, ForecastAnalysis analysis) {
    this.terminal = terminal;
    this.analysis = analysis;
  }

  /// @param name of the column
  void tell(String name) {
    var forecast = analysis.forecast();
    var timeline = analysis.timeline();
    terminal.line(new Cell("Forecast of " + name, Style.STRONG));
    terminal.paragraph(
        "%s from %s to %s, one each %s; method: %s (%s). %s"
            .formatted(
                Figures.count(forecast.grounds().n(), "value"),
                timeline.label(0),
                timeline.label(timeline.size() - 1),
                timeline.step(),
                forecast.method().word(),
                forecast.model().name(),
                forecast.why()),
        "");
    terminal.line("");
    ahead().print(terminal, INDENT);
    terminal.line("");
    terminal.paragraph(backtest(), INDENT);
    analysis.aim().ifPresent(aim -> terminal.paragraph(chance(aim), INDENT));
    terminal.line("");
    new GroundsReport(terminal).tell(forecast.grounds());
  }

  private Table ahead() {
    var level = GroundsReport.percent(analysis.options().level());
    var table =
        new Table(
            Column.of("PERIOD"),
            Column.ofNumbers("FORECAST"),
            Column.ofNumbers("LOWER " + level),
            Column.ofNumbers("UPPER " + level),
            Column.of("INTERVAL FROM"));
    var steps = analysis.forecast().steps();
    for (var j = 0; j < steps.size(); j++) {
      var step = steps.get(j);
      table.row(
          analysis.ahead().label(j),
          GroundsReport.figure(step.point()),
          GroundsReport.figure(step.interval().lower()),
          GroundsReport.figure(step.interval().upper()),
          basis(step));
    }
    return table;
  }

  private static String basis(Step step) {
    var misses = Figures.count(step.residuals(), "earlier forecast");
    return switch (step.basis()) {
      case CONFORMAL -> misses;
      case ROUGH -> "%s, rough".formatted(step.residuals() == 0 ? "the model" : misses);
    };
  }

  private String backtest() {
    var backtest = analysis.forecast().backtest();
    if (backtest.residuals() == 0) {
      return "There are no earlier forecasts to judge it by.";
    }
    return "Of %s, made from %s, the mean miss is %s (MASE %s), and %s lie in the intervals that would have been given then."
        .formatted(
            Figures.count(backtest.residuals(), "earlier forecast"),
            Figures.count(backtest.origins(), "period"),
            GroundsReport.figure(backtest.meanMiss()),
            GroundsReport.figure(backtest.mase()),
            GroundsReport.percent(backtest.coverage()));
  }

  private String chance(Aim aim) {
    var chance = analysis.chance(aim);
    return "Chance that %s is %s or %s: %s, %s in 10."
        .formatted(
            analysis.last(),
            GroundsReport.figure(aim.value()),
            switch (aim.way()) {
              case HIGHER -> "more";
              case LOWER -> "less";
            },
            GroundsReport.percent(chance),
            tenths(chance));
  }

  private static String tenths(double chance) {
    var tenths = Math.round(10 * chance);
    if (tenths == 0) return "less than 1";
    return tenths == 10 ? "more than 9" : "about " + tenths;
  }
}
