package outturn.runtime.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.engine.decide.Event;
import outturn.engine.decide.World;
import outturn.engine.run.RunId;
import outturn.engine.trigger.Triggers;
import outturn.engine.trigger.Waiting;
import outturn.runtime.project.Definitions;
import outturn.store.journal.Truth;

/// What the world has to know of triggers and of runs that wait for others: read from rows at the
/// start, and looked at again while it works.
final class Keepers {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(Keepers.class);

  private final Truth truth;
  private final Definitions definitions;
  private Instant nextLook = Instant.MIN;
  private long known;
  private boolean soon;

  Keepers(Truth truth, Definitions definitions) {
    this.truth = truth;
    this.definitions = definitions;
  }

  void fill(World world, Set<Integer> partitions) {
    known = definitions.newest();
    world.triggers().listeners(listeners());
    truth.waitingEvents(partitions).forEach(world.triggers().joins()::add);
    Map<RunId, List<Waiting.Need>> needs = new HashMap<>();
    for (var need : truth.needs(partitions)) {
      needs.computeIfAbsent(need.run(), _ -> new ArrayList<>()).add(need);
    }
    needs.forEach((run, all) -> world.waiting().put(run, new Waiting(all)));
    nextLook = Instant.MIN;
  }

  private Map<String, SortedSet<Integer>> listeners() {
    return Triggers.listeners(
        definitions.projects().stream()
            .flatMap(project -> definitions.triggers(project).stream())
            .toList());
  }

  Event applied(String project) {
    return new Event.TriggersApplied(project, definitions.triggers(project), listeners());
  }

  void lookSoon() {
    soon = true;
  }

  /// Once a second, and at once after [#lookSoon].
  List<Event> look(World world, Set<Integer> partitions, Instant now) {
    if (!soon && now.isBefore(nextLook)) return List.of();
    soon = false;
    nextLook = now.plus(LOOK_EVERY);
    try {
      return look(world, partitions);
    } catch (RuntimeException failure) {
      LOG.warn("cannot look at what runs wait for; trying again: {}", failure.getMessage());
      return List.of();
    }
  }

  private List<Event> look(World world, Set<Integer> partitions) {
    long newest = definitions.newest();
    if (newest != known) {
      world.triggers().listeners(listeners());
      known = newest;
    }
    if (world.waiting().isEmpty()) return List.of();
    return truth.met(partitions).stream().<Event>map(met -> met).toList();
  }
}
