package outturn.runtime.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import outturn.engine.trigger.WaitingRuns;
import outturn.engine.trigger.Wanted;
import outturn.runtime.project.Definitions;
import outturn.store.journal.Truth;

/// What the world has to know of policies, of triggers and of runs that wait for others: read from
/// rows at the start, and looked at again while it works.
final class Keepers {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  // What succeeds on this node is looked at when it does; this is for the others, at no great cost.
  private static final int LOOKS_A_SECOND = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Keepers.class);

  private final Truth truth;
  private final Definitions definitions;
  private final Set<Wanted> soon = new HashSet<>();
  private Instant nextLook = Instant.MIN;
  private Instant nextRound = Instant.MIN;
  private long known;

  Keepers(Truth truth, Definitions definitions) {
    this.truth = truth;
    this.definitions = definitions;
  }

  void fill(World world, Set<Integer> partitions) {
    known = definitions.newest();
    world.capacity().policies().put(definitions.policies());
    world.triggers().listeners(listeners());
    truth.waitingEvents(partitions).forEach(world.triggers().joins()::add);
    Map<RunId, List<Waiting.Need>> needs = new HashMap<>();
    for (var need : truth.needs(partitions)) {
      needs.computeIfAbsent(need.run(), _ -> new ArrayList<>()).add(need);
    }
    needs.forEach((run, all) -> world.waiting().add(run, new Waiting(all)));
    soon.clear();
    nextLook = Instant.MIN;
    nextRound = Instant.MIN;
  }

  private Map<String, SortedSet<Integer>> listeners() {
    return Triggers.listeners(
        definitions.projects().stream()
            .flatMap(project -> definitions.triggers(project).stream())
            .toList());
  }

  List<Event> applied(String project) {
    return List.of(
        new Event.TriggersApplied(project, definitions.triggers(project), listeners()),
        new Event.PoliciesApplied(definitions.policies()));
  }

  /// Has it looked for at the next look.
  void lookSoon(Wanted wanted) {
    soon.add(wanted);
  }

  /// What others have applied, once a second; and what runs wait for: at once after [#lookSoon],
  /// else once a second for each thousand.
  List<Event> look(World world, Instant now) {
    var events = new ArrayList<Event>();
    try {
      if (!now.isBefore(nextLook)) events.addAll(appliedElsewhere(world, now));
      events.addAll(met(world.waiting(), now));
    } catch (RuntimeException failure) {
      LOG.warn("cannot look at what runs wait for; trying again: {}", failure.getMessage());
    }
    return events;
  }

  private List<Event> appliedElsewhere(World world, Instant now) {
    nextLook = now.plus(LOOK_EVERY);
    long newest = definitions.newest();
    if (newest == known) return List.of();
    world.triggers().listeners(listeners());
    known = newest;
    return List.of(new Event.PoliciesApplied(definitions.policies()));
  }

  private List<Event> met(WaitingRuns waiting, Instant now) {
    var wanted = waiting.wanted();
    soon.retainAll(wanted);
    if (!now.isBefore(nextRound)) {
      nextRound = now.plus(LOOK_EVERY.multipliedBy(1 + wanted.size() / LOOKS_A_SECOND));
      soon.addAll(wanted);
    }
    if (soon.isEmpty()) return List.of();
    var looked = soon.stream().sorted().toList();
    soon.clear();
    return truth.met(looked).stream()
        .flatMap(met -> waiting.waitingFor(met).stream())
        .<Event>map(need -> new Event.NeedMet(need.run(), need.place()))
        .toList();
  }
}
