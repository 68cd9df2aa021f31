package outturn.store.ownership;

import java.util.Set;

/// What a node decides for, and the fence behind which it writes that.
///
/// @param audible as of the same moment
public record Claim(Fence fence, Set<Integer> partitions, Audible audible) {
  public Claim {
    partitions = Set.copyOf(partitions);
  }
}
