package outturn.http.stake;

import outturn.http.outcome.NoOutcome;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.project.InForce;
import outturn.runtime.stake.AtRiskDesk;

/// What is late or in doubt, and what that endangers.
public final class AtRiskRoutes {
  private final AtRiskDesk desk;
  private final InForce inForce;

  public AtRiskRoutes(AtRiskDesk desk, InForce inForce) {
    this.desk = desk;
    this.inForce = inForce;
  }

  public Answer show(Call call) {
    call.allow("outcome");
    var outcome = call.query("outcome");
    if (outcome.filter(name -> inForce.outcome(name).isEmpty()).isPresent()) {
      throw NoOutcome.named(outcome.get(), inForce);
    }
    var atRisk = desk.now();
    var stakes = outcome.map(atRisk::of).orElse(atRisk.stakes());
    return Answer.json(AtRiskJson.of(atRisk, stakes));
  }
}
