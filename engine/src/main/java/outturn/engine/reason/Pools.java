package outturn.engine.reason;

import java.util.List;
import java.util.Map;
import outturn.definition.policy.Policy;
import outturn.definition.pool.Lock;

/// The pools that a run may have to wait for.
///
/// @param sizes by name
/// @param holders who has how much of each, longest first
/// @param policies of the project, which are held as pools are
/// @param byWorth who waits for those that go to what is worth most, as far as it is worth
///   something
public record Pools(
    Map<String, Integer> sizes,
    Map<String, List<Holder>> holders,
    List<Policy> policies,
    Map<String, List<Contender>> byWorth) {
  public static final Pools NONE = new Pools(Map.of(), Map.of(), List.of());

  public Pools {
    sizes = Map.copyOf(sizes);
    holders = Map.copyOf(holders);
    policies = List.copyOf(policies);
    byWorth = Map.copyOf(byWorth);
  }

  /// Pools that go to who has waited longest.
  public Pools(
      Map<String, Integer> sizes, Map<String, List<Holder>> holders, List<Policy> policies) {
    this(sizes, holders, policies, Map.of());
  }

  int size(String pool) {
    return Lock.is(pool) ? Lock.WHOLE : sizes.getOrDefault(pool, 0);
  }

  List<Holder> of(String pool) {
    return holders.getOrDefault(pool, List.of());
  }

  int used(String pool) {
    return of(pool).stream().mapToInt(Holder::amount).sum();
  }
}
