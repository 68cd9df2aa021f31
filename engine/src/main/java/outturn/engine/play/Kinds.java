package outturn.engine.play;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The kinds of tasks that ask for pools, and which of them are peers: those that ask for the same
/// and are as urgent, each of another workflow.
final class Kinds {
  /// What the peers of each number ask for: how many of which pool.
  final List<SortedMap<Integer, Integer>> asks = new ArrayList<>();

  /// The workflow of a kind; 0 is that of the tasks of no course.
  final int[] workflow;

  /// The number of a kind and its peers.
  final int[] peers;

  /// How urgent peers are.
  final int[] priority;

  /// The kinds that are peers.
  final int[][] members;

  private record Group(int priority, Map<Integer, Integer> asks) {}

  Kinds(List<Net.Kind> kinds) {
    var numbers = new HashMap<Group, Integer>();
    var found = new ArrayList<List<Integer>>();
    var urgent = new ArrayList<Integer>();
    this.workflow = kinds.stream().mapToInt(kind -> kind.workflow() + 1).toArray();
    this.peers = new int[kinds.size()];
    for (int each = 0; each < peers.length; each++) {
      var kind = kinds.get(each);
      var group = new Group(kind.priority(), kind.asks());
      peers[each] = numbers.computeIfAbsent(group, _ -> numbers.size());
      if (peers[each] == found.size()) {
        found.add(new ArrayList<>());
        asks.add(new TreeMap<>(kind.asks()));
        urgent.add(kind.priority());
      }
      found.get(peers[each]).add(each);
    }
    this.priority = urgent.stream().mapToInt(Integer::intValue).toArray();
    this.members =
        found.stream()
            .map(all -> all.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  int count() {
    return peers.length;
  }

  /// How many groups of peers there are.
  int groups() {
    return priority.length;
  }

  /// The priorities that there are, the lowest first.
  int[] priorities() {
    return Arrays.stream(priority).distinct().sorted().toArray();
  }
}
