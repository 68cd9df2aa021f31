package outturn.store.ownership;

import java.util.List;
import outturn.engine.run.Partition;

/// How the partitions are divided among the living: evenly, the rest to the oldest. A node that is
/// stopping gets none, unless nobody else is there.
public record Share(int owned, int target, int free) {
  /// A node that lives, with how many partitions it owns.
  public record Living(long incarnation, boolean draining, int owned) {}

  /// @param living oldest first
  /// @param free partitions that no living node owns
  public static Share of(long incarnation, List<Living> living, int free) {
    var staying = living.stream().filter(node -> !node.draining()).toList();
    var candidates = staying.isEmpty() ? living : staying;
    int owned = 0;
    for (var node : living) if (node.incarnation() == incarnation) owned = node.owned();
    int target = 0;
    for (int place = 0; place < candidates.size(); place++) {
      if (candidates.get(place).incarnation() == incarnation) {
        int rest = Partition.COUNT % candidates.size();
        target = Partition.COUNT / candidates.size() + (place < rest ? 1 : 0);
      }
    }
    return new Share(owned, target, free);
  }

  /// How many partitions are to be given away.
  public int surplus() {
    return Math.max(0, owned - target);
  }

  /// How many of the free ones are to be taken.
  public int missing() {
    return Math.min(free, Math.max(0, target - owned));
  }

  public boolean even() {
    return surplus() == 0 && missing() == 0;
  }
}
