package outturn.runtime.forecast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outturn.runtime.forecast.Candidate.Ties;

/// Divides runs into groups that do not wait for each other, so that each can be forecast by
/// itself.
final class Groups {
  private final Map<String, String> parents = new HashMap<>();

  private Groups() {}

  /// The keys of each group, in the order of the runs.
  ///
  /// @param ties by key
  static Collection<List<String>> of(Collection<? extends Candidate> runs, Map<String, Ties> ties) {
    var groups = new Groups();
    for (var run : runs) groups.tie(run, ties.getOrDefault(run.key(), Ties.NONE));
    var members = new HashMap<String, List<String>>();
    for (var run : runs) {
      members.computeIfAbsent(groups.root(run.key()), _ -> new ArrayList<>()).add(run.key());
    }
    return members.values();
  }

  /// What is named alike ties them: nothing else has a name that begins so.
  private void tie(Candidate run, Ties ties) {
    var subject = run.subject();
    join(run.key(), "run " + subject.workflow() + " for " + subject.businessDate());
    ties.pools().forEach(pool -> join(run.key(), "pool " + pool));
    ties.turns().keySet().forEach(group -> join(run.key(), "turn " + group));
    ties.wants()
        .forEach(want -> join(run.key(), "run " + want.workflow() + " for " + want.businessDate()));
  }

  private void join(String one, String other) {
    parents.put(root(one), root(other));
  }

  private String root(String name) {
    var root = name;
    for (var next = parents.get(root);
        next != null && !next.equals(root);
        next = parents.get(root)) {
      root = next;
    }
    // Whoever asks again has a short way.
    for (var at = name; !at.equals(root); ) {
      var next = parents.getOrDefault(at, root);
      parents.put(at, root);
      at = next;
    }
    return root;
  }
}
