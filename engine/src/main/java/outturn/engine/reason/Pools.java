package outturn.engine.reason;

import java.util.List;
import java.util.Map;
import outturn.definition.pool.Lock;

/// The pools that a run may have to wait for.
///
/// @param sizes by name
/// @param holders who has how much of each, longest first
public record Pools(Map<String, Integer> sizes, Map<String, List<Holder>> holders) {
  public static final Pools NONE = new Pools(Map.of(), Map.of());

  public Pools {
    sizes = Map.copyOf(sizes);
    holders = Map.copyOf(holders);
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
