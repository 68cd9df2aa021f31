package outturn.runtime.outcome;

import java.time.Instant;
import java.util.Optional;
import outturn.outcome.position.FrozenBaseline;
import outturn.store.outcome.Baseline;
import outturn.store.outcome.Baselines;

/// The baselines that were frozen by an instant.
public final class Frozen {
  private final Baselines baselines;

  public Frozen(Baselines baselines) {
    this.baselines = baselines;
  }

  public Optional<FrozenBaseline> of(String outcome, String measure, Instant asOf) {
    return baselines.history(outcome, measure).stream()
        .filter(each -> !each.frozenAt().isAfter(asOf))
        .findFirst()
        .map(Frozen::frozen);
  }

  private static FrozenBaseline frozen(Baseline baseline) {
    var window = baseline.window();
    return new FrozenBaseline(
        window.from(), window.to(), window.values(), baseline.frozenAt(), baseline.hash());
  }
}
