package outturn.runtime.outcome;

import java.util.Collection;
import java.util.List;
import outturn.outcome.chain.Sources;
import outturn.outcome.chain.ValueChain;
import outturn.runtime.change.ChangeLog;
import outturn.runtime.project.InForce;

/// The value chain of all projects in force.
public final class ValueChains {
  private final InForce inForce;
  private final ChangeLog changes;

  public ValueChains(InForce inForce, ChangeLog changes) {
    this.inForce = inForce;
    this.changes = changes;
  }

  public ValueChain now() {
    return ValueChain.of(
        new Sources(
            values(inForce.outcomes()),
            values(inForce.services()),
            changes.all(),
            values(inForce.measures()),
            values(inForce.objectives())));
  }

  private static <T> List<T> values(Collection<InForce.Entry<T>> entries) {
    return entries.stream().map(InForce.Entry::value).toList();
  }
}
