package outturn.http.chain;

import outturn.charts.svg.Size;
import outturn.http.outcome.NoOutcome;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.outcome.chain.ValueChain;
import outturn.runtime.outcome.ValueChains;
import outturn.runtime.project.InForce;

/// The value chain of what is in force, or the part of it around an outcome.
public final class ValueMapRoutes {
  private static final int NARROWEST = 480;
  private static final int WIDEST = 4_000;

  private final ValueChains chains;
  private final InForce inForce;

  public ValueMapRoutes(ValueChains chains, InForce inForce) {
    this.chains = chains;
    this.inForce = inForce;
  }

  public Answer show(Call call) {
    call.allow("outcome");
    return Answer.json(ValueMapJson.of(asked(call)));
  }

  public Answer chart(Call call) {
    call.allow("outcome", "width", "standalone");
    int width = call.whole("width", NARROWEST, WIDEST).orElse(Size.WIDE.width());
    var drawing = ValueMapChart.of(asked(call)).draw(width);
    return Answer.text(
        "image/svg+xml", call.isTrue("standalone") ? drawing.standalone() : drawing.inline());
  }

  /// What a call asks for: the whole, or what is around its `outcome`.
  public ValueChain asked(Call call) {
    var chain = chains.now();
    var outcome = call.query("outcome");
    if (outcome.isEmpty()) return chain;
    var name = outcome.get();
    if (inForce.outcome(name).isEmpty()) throw NoOutcome.named(name, inForce);
    return chain.around(name);
  }
}
