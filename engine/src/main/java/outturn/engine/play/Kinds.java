package outturn.engine.play;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The kinds of tasks that ask for pools, and which of them are peers: those that ask for the same
/// and are as urgent, each of another workflow. Peers of all priorities that ask for the same are a
/// queue.
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

  /// The number of the queue of peers.
  final int[] queue;

  private record Group(int priority, Map<Integer, Integer> asks) {}

  Kinds(List<Net.Kind> kinds) {
    var numbers = new HashMap<Group, Integer>();
    var queues = new HashMap<Map<Integer, Integer>, Integer>();
    var groups = new ArrayList<Group>();
    this.workflow = kinds.stream().mapToInt(kind -> kind.workflow() + 1).toArray();
    this.peers = new int[kinds.size()];
    for (int each = 0; each < peers.length; each++) {
      var group = new Group(kinds.get(each).priority(), kinds.get(each).asks());
      peers[each] = numbers.computeIfAbsent(group, _ -> numbers.size());
      if (peers[each] < groups.size()) continue;
      groups.add(group);
      asks.add(new TreeMap<>(group.asks()));
      queues.putIfAbsent(group.asks(), queues.size());
    }
    this.priority = groups.stream().mapToInt(Group::priority).toArray();
    this.queue = groups.stream().mapToInt(group -> queues.getOrDefault(group.asks(), 0)).toArray();
    this.members = members(peers, groups.size());
  }

  /// The numbers of those that have each of some values.
  private static int[][] members(int[] values, int count) {
    var counts = new int[count];
    for (int value : values) counts[value]++;
    var members = new int[count][];
    Arrays.setAll(members, value -> new int[counts[value]]);
    for (int each = values.length - 1; each >= 0; each--) {
      members[values[each]][--counts[values[each]]] = each;
    }
    return members;
  }

  int count() {
    return peers.length;
  }

  /// How many groups of peers there are.
  int groups() {
    return priority.length;
  }

  int queues() {
    return Arrays.stream(queue).max().orElse(Net.NONE) + 1;
  }

  /// Whether all are as urgent.
  boolean areAlike() {
    return Arrays.stream(priority).distinct().count() < 2;
  }
}
