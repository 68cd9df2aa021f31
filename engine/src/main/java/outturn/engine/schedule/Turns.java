package outturn.engine.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outturn.engine.run.Run;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.run.Turn;

/// The keeper of whose turn it is among runs: those that run, and those that wait until fewer run.
///
/// A run that waits begins when none of the groups whose turns it takes is full; see [Turn]. In
/// each, the one with the highest priority is looked at first, and of these the oldest.
public final class Turns {
  private final Map<String, Group> groups = new HashMap<>();

  public void started(Run run) {
    for (var group : groupsOf(run)) group(group).running().add(run.id());
  }

  public void queued(Run run) {
    var place = Place.of(run);
    for (var group : groupsOf(run)) group(group).add(place);
  }

  private Group group(String name) {
    return groups.computeIfAbsent(name, _ -> new Group());
  }

  /// The run is over, or waits no more.
  public void left(Run run) {
    for (var name : groupsOf(run)) {
      var group = groups.get(name);
      if (group == null) continue;
      group.remove(run);
      if (group.isEmpty()) groups.remove(name);
    }
  }

  /// The groups to which a run belongs, as long as it is not over.
  public static Set<String> groupsOf(Run run) {
    var limits = limits(run);
    if (limits.isEmpty() && Turn.counts(run.order())) return Set.of(run.order().workflow());
    var groups = new HashSet<>(limits.keySet());
    if (Turn.counts(run.order())) groups.add(run.order().workflow());
    return groups;
  }

  /// The turns that a run takes. One that waits and does not say what for was written before runs
  /// did say so: it waits until none of its workflow runs.
  private static Map<String, Integer> limits(Run run) {
    var turns = run.order().terms().turns();
    if (!turns.isEmpty() || run.state() != RunState.WAITING) return turns;
    return Map.of(run.order().workflow(), 1);
  }

  /// Whether a run that comes now need not wait: there is room, and for none that waits already.
  public boolean mayBegin(Run run, Instant now) {
    var turns = run.order().terms().turns();
    return hasRoom(turns) && turns.keySet().stream().allMatch(group -> next(group, now).isEmpty());
  }

  /// The limit of a key that as many runs have reached as may; of the turns of schedules none.
  public Optional<Integer> full(Run run) {
    return run.order().terms().turns().entrySet().stream()
        .filter(turn -> turn.getKey().indexOf(Turn.MARK) >= 0)
        .filter(turn -> running(turn.getKey()) >= turn.getValue())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private boolean hasRoom(Map<String, Integer> turns) {
    return turns.entrySet().stream().allMatch(turn -> running(turn.getKey()) < turn.getValue());
  }

  private int running(String name) {
    var group = groups.get(name);
    return group == null ? 0 : group.running().size();
  }

  /// The waiting run of a group whose turn it is now, if it is anyone's.
  public Optional<RunId> next(String name, Instant now) {
    var group = groups.get(name);
    if (group == null) return Optional.empty();
    for (var place : group.inOrder(now)) {
      // Those of one group nearly always have one limit: whoever comes after waits as well.
      if (group.running().size() >= place.turns().getOrDefault(name, Integer.MAX_VALUE)) {
        if (name.indexOf(Turn.MARK) >= 0) return Optional.empty();
        continue;
      }
      if (hasRoom(place.turns())) return Optional.of(place.run());
    }
    return Optional.empty();
  }

  /// Takes note that a waiting run of a group begins.
  public void served(Run run, Instant now) {
    for (var name : groupsOf(run)) group(name).served(run, now);
  }

  /// Whether a run of the workflow runs or waits.
  public boolean busy(String workflow) {
    return groups.containsKey(workflow);
  }

  /// All of a workflow that run, and then all that wait.
  public List<RunId> live(String workflow) {
    var group = groups.get(workflow);
    if (group == null) return List.of();
    var all = new ArrayList<RunId>(group.running());
    for (var place : group.waiting()) all.add(place.run());
    return List.copyOf(all);
  }

  /// The place of a waiting run.
  record Place(RunId run, int priority, Instant since, Map<String, Integer> turns)
      implements Comparable<Place> {
    static Place of(Run run) {
      var since = run.order().due().orElse(run.id().time());
      return new Place(run.id(), run.priority(), since, limits(run));
    }

    @Override
    public int compareTo(Place other) {
      int order = Integer.compare(other.priority, priority);
      if (order == 0) order = since.compareTo(other.since);
      return order == 0 ? run.compareTo(other.run) : order;
    }
  }
}
