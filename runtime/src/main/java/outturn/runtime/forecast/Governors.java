package outturn.runtime.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outturn.definition.policy.Policy;
import outturn.definition.workflow.Task;
import outturn.engine.forecast.Resize;

/// Policies, as forecasts know them: pools whose size changes with time.
final class Governors {
  private static final Duration FORWARD = Duration.ofDays(2);
  private static final int MOST_TURNS = 50;

  private Governors() {}

  /// What an attempt of a task holds of them.
  static Map<String, Integer> held(List<Policy> policies, String workflow, Task task) {
    if (policies.isEmpty()) return task.rules().pools();
    var held = new HashMap<>(task.rules().pools());
    for (var policy : policies) {
      if (policy.applies().has(workflow, task)) held.put(policy.held(), 1);
    }
    return held;
  }

  /// How much of them may be held now.
  static Map<String, Integer> sizes(Collection<Policy> policies, Instant now) {
    var sizes = new HashMap<String, Integer>();
    policies.forEach(policy -> sizes.put(policy.held(), policy.allows(policy.at(now))));
    return sizes;
  }

  /// How that changes in the next days.
  static List<Resize> resizes(Collection<Policy> policies, Instant now) {
    var resizes = new ArrayList<Resize>();
    var end = now.plus(FORWARD);
    for (var policy : policies) {
      var turn = policy.at(now).until();
      for (int i = 0; i < MOST_TURNS && turn.filter(end::isAfter).isPresent(); i++) {
        var at = turn.get();
        var standing = policy.at(at);
        resizes.add(
            new Resize(
                policy.held(),
                at,
                policy.allows(standing),
                "policy " + policy.name() + " changes"));
        turn = standing.until();
      }
    }
    return resizes;
  }
}
