package outturn.store.ownership;

import java.util.Set;

/// What a node decides for, and the fence behind which it writes that.
public record Claim(Fence fence, Set<Integer> partitions) {
  public Claim {
    partitions = Set.copyOf(partitions);
  }
}
