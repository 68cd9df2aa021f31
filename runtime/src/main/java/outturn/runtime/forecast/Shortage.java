package outturn.runtime.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import outturn.definition.workflow.Graph;
import outturn.definition.workflow.Task;
import outturn.engine.forecast.Slot;
import outturn.engine.pool.Lane;

/// Which runs may have to wait for a slot of a worker: those that are under way while together they
/// may want more than three quarters of the slots. As long as it is less nobody waits for one,
/// whatever a workflow may have of them, and runs can be forecast apart.
///
/// @param lanes that are short, by the key of the run
/// @param slots how many there are
record Shortage(Map<String, Set<Lane>> lanes, Map<Lane, Integer> slots) {
  static final Shortage NONE = new Shortage(Map.of(), Map.of());
  private static final Set<Lane> KNOWN = EnumSet.of(Lane.PROCESS, Lane.NETWORK);

  Shortage {
    lanes = Map.copyOf(lanes);
    slots = Map.copyOf(slots);
  }

  /// What a run may want of a lane.
  ///
  /// @param atOnce how many slots at the most
  /// @param until when it no longer wants any; the end of time where that is not known
  record Demand(String run, int atOnce, Instant from, Instant until) {}

  /// @param foreseen what is known of when they end
  static Shortage of(
      Collection<Candidate> runs,
      Map<String, Foreseen> foreseen,
      Map<Lane, Integer> slots,
      Instant now) {
    var lanes = new HashMap<String, Set<Lane>>();
    for (var lane : KNOWN) {
      var demands = new ArrayList<Demand>();
      for (var run : runs) {
        int atOnce = atOnce(run.workflow().graph(), run.ahead(), lane);
        if (atOnce == 0) continue;
        var from = run.earliest().isAfter(now) ? run.earliest() : now;
        var until =
            Optional.ofNullable(foreseen.get(run.key()))
                .flatMap(known -> known.forecast().finish().p90())
                .filter(end -> end.isAfter(from))
                .orElse(Instant.MAX);
        demands.add(new Demand(run.key(), atOnce, from, until));
      }
      for (var run : waiting(demands, slots.getOrDefault(lane, 0))) {
        lanes.computeIfAbsent(run, _ -> EnumSet.noneOf(Lane.class)).add(lane);
      }
    }
    return new Shortage(lanes, slots);
  }

  /// A bound of how many of the open tasks may run at once: as many as there are chains that all
  /// tasks are on.
  private static int atOnce(Graph graph, List<Task> open, Lane lane) {
    var names = new HashSet<String>();
    for (var task : open)
      if (Lane.of(task.action()).equals(Optional.of(lane))) names.add(task.name());
    if (names.size() < 2) return names.size();
    var chain = new int[graph.size()];
    var goesOn = new boolean[graph.size()];
    var wanting = new HashSet<Integer>();
    for (int place = 0; place < chain.length; place++) {
      chain[place] = place;
      for (var need : graph.task(place).needs()) {
        int before = graph.place(need.task());
        if (goesOn[before]) continue;
        goesOn[before] = true;
        chain[place] = chain[before];
        break;
      }
      if (names.contains(graph.task(place).name())) wanting.add(chain[place]);
    }
    return wanting.size();
  }

  /// The runs that are under way while too much is wanted.
  ///
  /// @param demands that end after they begin
  static Set<String> waiting(List<Demand> demands, int slots) {
    var begins = demands.stream().sorted(Comparator.comparing(Demand::from)).toList();
    var ends = demands.stream().sorted(Comparator.comparing(Demand::until)).toList();
    var found = new HashSet<String>();
    var others = new HashSet<String>();
    long wanted = 0;
    int over = 0;
    for (var next : begins) {
      for (; !ends.get(over).until().isAfter(next.from()); over++) {
        wanted -= ends.get(over).atOnce();
        others.remove(ends.get(over).run());
      }
      wanted += next.atOnce();
      others.add(next.run());
      if (4 * wanted <= 3L * slots) continue;
      found.addAll(others);
      others.clear();
    }
    return found;
  }

  /// The slots that a run has to wait for, as pools.
  Set<String> pools(String run) {
    return lanes.getOrDefault(run, Set.of()).stream().map(Slot::of).collect(Collectors.toSet());
  }

  /// What an attempt of a task holds: a slot, where these are short, and what it holds anyway.
  Map<String, Integer> held(String run, Task task, Map<String, Integer> pools) {
    var lane = Lane.of(task.action()).filter(lanes.getOrDefault(run, Set.of())::contains);
    if (lane.isEmpty()) return pools;
    var held = new HashMap<>(pools);
    held.put(Slot.of(lane.get()), 1);
    return held;
  }

  /// How many slots there are, as pools.
  Map<String, Integer> sizes() {
    var sizes = new HashMap<String, Integer>();
    slots.forEach((lane, count) -> sizes.put(Slot.of(lane), count));
    return sizes;
  }
}
