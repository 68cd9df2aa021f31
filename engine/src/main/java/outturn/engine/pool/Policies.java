package outturn.engine.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.policy.Policy;
import outturn.definition.workflow.Task;

/// The policies in force, of all projects: pools whose sizes change with time.
public final class Policies {
  /// What is known of sizes is worked out anew after this time at the latest.
  private static final Duration LONGEST = Duration.ofDays(30);

  private final Map<String, Integer> sizes = new HashMap<>();
  private Map<String, List<Policy>> inForce = Map.of();
  private Instant since = Instant.MIN;
  private Instant until = Instant.MIN;
  private boolean told = true;

  /// @param all by project
  public void put(Map<String, List<Policy>> all) {
    var some = new HashMap<>(all);
    some.values().removeIf(List::isEmpty);
    inForce = Map.copyOf(some);
    until = Instant.MIN;
  }

  /// All of them, by project.
  public Map<String, List<Policy>> inForce() {
    return inForce;
  }

  /// Those that are about a task, whatever the time.
  public List<Policy> of(String project, String workflow, Task task) {
    var all = inForce.get(project);
    if (all == null) return List.of();
    return all.stream().filter(policy -> policy.applies().has(workflow, task)).toList();
  }

  /// How many may run at once as the policies stood when it was last said what time it is.
  int size(String held) {
    return sizes.getOrDefault(held, Policy.UNLIMITED);
  }

  /// From now on sizes are those of this time.
  void at(Instant now) {
    if (now.isBefore(until) && !now.isBefore(since)) return;
    sizes.clear();
    since = now;
    until = inForce.isEmpty() ? Instant.MAX : now.plus(LONGEST);
    for (var policies : inForce.values()) policies.forEach(policy -> at(policy, now));
    told = inForce.isEmpty();
  }

  private void at(Policy policy, Instant now) {
    var standing = policy.at(now);
    sizes.put(policy.held(), policy.allows(standing));
    standing.until().filter(until::isAfter).ifPresent(change -> until = change);
  }

  /// When one of them comes into force or ends next; each time is told once.
  public Optional<Instant> turns() {
    if (told) return Optional.empty();
    told = true;
    return Optional.of(until);
  }
}
