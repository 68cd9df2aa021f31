package outturn.runtime.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import outturn.runtime.forecast.Candidate.Ties;

/// Divides runs into groups that do not wait for each other, so that each can be forecast by
/// itself.
final class Groups {
  private final Map<String, String> parents = new HashMap<>();
  private final Set<String> wanted;
  private final Set<String> queues;

  /// @param wanted the runs for which somebody waits
  /// @param queues the groups in which somebody waits for a turn
  private Groups(Set<String> wanted, Set<String> queues) {
    this.wanted = wanted;
    this.queues = queues;
  }

  /// The keys of each group, in the order of the runs.
  ///
  /// @param ties by key
  static Collection<List<String>> of(Collection<? extends Candidate> runs, Map<String, Ties> ties) {
    var wanted =
        ties.values().stream()
            .flatMap(each -> each.wants().stream())
            .map(want -> named(want.workflow(), want.businessDate()))
            .collect(Collectors.toSet());
    var queues =
        runs.stream()
            .filter(Candidate::waits)
            .flatMap(run -> ties.getOrDefault(run.key(), Ties.NONE).turns().keySet().stream())
            .collect(Collectors.toSet());
    var groups = new Groups(wanted, queues);
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
    var named = named(subject.workflow(), subject.businessDate());
    if (wanted.contains(named)) join(run.key(), named);
    ties.pools().forEach(pool -> join(run.key(), "pool " + pool));
    ties.turns().keySet().stream()
        .filter(queues::contains)
        .forEach(group -> join(run.key(), "turn " + group));
    ties.wants().forEach(want -> join(run.key(), named(want.workflow(), want.businessDate())));
  }

  private static String named(String workflow, LocalDate date) {
    return "run " + workflow + " for " + date;
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
