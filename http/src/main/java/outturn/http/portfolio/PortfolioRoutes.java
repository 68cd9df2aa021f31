package outturn.http.portfolio;

import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.outcome.portfolio.BoardReport;
import outturn.runtime.portfolio.PortfolioWatch;

/// All outcomes, a line each, from memory.
public final class PortfolioRoutes {
  private final PortfolioWatch portfolio;

  public PortfolioRoutes(PortfolioWatch portfolio) {
    this.portfolio = portfolio;
  }

  public Answer show(Call call) {
    call.allow();
    return Answer.json(PortfolioJson.of(portfolio.now()));
  }

  /// The report for the board, as Markdown.
  public Answer report(Call call) {
    call.allow();
    return Answer.text("text/markdown; charset=utf-8", BoardReport.markdown(portfolio.now()));
  }
}
