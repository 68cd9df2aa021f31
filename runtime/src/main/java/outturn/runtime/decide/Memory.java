package outturn.runtime.decide;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import outturn.definition.pool.Pool;
import outturn.engine.decide.Event;
import outturn.engine.decide.World;
import outturn.engine.pool.Capacity;
import outturn.engine.pool.Lane;
import outturn.engine.run.Mark;
import outturn.engine.run.Partition;
import outturn.engine.run.Rebuild;
import outturn.engine.run.Rows;
import outturn.engine.run.Run;
import outturn.engine.run.RunId;
import outturn.engine.run.RunIds;
import outturn.engine.run.Version;
import outturn.engine.trigger.Wanted;
import outturn.runtime.project.Definitions;
import outturn.store.journal.Truth;
import outturn.store.journal.Truth.DueTimer;
import outturn.store.ownership.Claim;
import outturn.store.ownership.Nodes;

/// Builds the world from rows: at the start, and whenever memory may differ from them.
public final class Memory {
  // Timers further away stay in their table until then.
  private static final Duration SOON = Duration.ofMinutes(5);
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  private final Nodes nodes;
  private final Truth truth;
  private final Definitions definitions;
  private final Allowance allowance;
  private final Chance chance;
  private final Keepers keepers;
  private Instant nextLook = Instant.MIN;

  /// How much may be under way.
  ///
  /// @param slots of each lane
  /// @param held while it says so there are none, and no schedules
  public record Allowance(Map<Lane, Integer> slots, BooleanSupplier held) {
    public Allowance {
      slots = Map.copyOf(slots);
    }
  }

  /// What differs from one start to the next.
  public record Chance(InstantSource clock, RandomGenerator tokens) {}

  public Memory(
      Nodes nodes, Truth truth, Definitions definitions, Allowance allowance, Chance chance) {
    this.nodes = nodes;
    this.truth = truth;
    this.definitions = definitions;
    this.allowance = allowance;
    this.chance = chance;
    this.keepers = new Keepers(truth, definitions);
  }

  /// The world as the rows have it.
  ///
  /// @param claim what it covers, and the fence that was taken with it
  /// @param held whether nothing may start
  public record Loaded(World world, List<Run> runs, Claim claim, boolean held) {}

  /// Whether what was loaded is held, and now nothing is held any more.
  boolean released(Loaded loaded) {
    return loaded.held() && !allowance.held().getAsBoolean();
  }

  /// Takes this node's share of the partitions and reads what is in them; empty when the
  /// incarnation was declared dead.
  Optional<Loaded> load(long incarnation) {
    var taken = nodes.take(incarnation);
    if (taken.isEmpty()) return Optional.empty();
    var claim = taken.get();
    var ids = new RunIds(truth.newestRun(), claim.partitions());
    var now = chance.clock().instant();
    boolean held = allowance.held().getAsBoolean();
    var capacity = new Capacity(held ? Map.of() : allowance.slots());
    var world = World.empty(capacity, ids, chance.tokens(), incarnation, now);
    for (var project : definitions.projects()) {
      if (world.hosts(Partition.ofProject(project))) take(world, project);
    }
    keepers.fill(world, claim.partitions());
    nextLook = Instant.MIN;
    return Optional.of(new Loaded(world, runs(claim.partitions()), claim, held));
  }

  private void take(World world, String project) {
    definitions.pools(project).forEach(world.capacity()::size);
    definitions.byWorth(project).forEach(pool -> world.capacity().order(pool, Pool.Order.WORTH));
    world.schedules().putAll(schedules(project));
    world.triggers().arm(project, definitions.triggers(project));
  }

  private List<Run> runs(Set<Integer> partitions) {
    Map<RunId, List<Rows.AttemptRow>> attempts = new HashMap<>();
    var runs = new ArrayList<Run>();
    truth.liveAttempts(
        partitions,
        row -> attempts.computeIfAbsent(row.id().run(), _ -> new ArrayList<>()).add(row));
    Map<RunId, List<Mark>> marks = new HashMap<>();
    truth.liveMarks(
        partitions, mark -> marks.computeIfAbsent(mark.run(), _ -> new ArrayList<>()).add(mark));
    truth.liveRuns(
        partitions,
        row ->
            runs.add(
                Rebuild.run(
                    row,
                    definitions.version(row.version()),
                    attempts.getOrDefault(row.id(), List.of()),
                    marks.getOrDefault(row.id(), List.of()))));
    return runs;
  }

  /// A run that has ended, from its rows.
  Optional<Run> ended(RunId id) {
    return truth
        .run(id)
        .filter(rows -> rows.row().state().ended())
        .map(rows ->
            Rebuild.run(
                rows.row(),
                definitions.version(rows.row().version()),
                rows.attempts(),
                rows.marks()));
  }

  private Map<Long, Event.Scheduled> schedules(String project) {
    return allowance.held().getAsBoolean() ? Map.of() : definitions.schedules(project);
  }

  /// What is in force of a project now, as the event that tells the engine.
  Event applied(String project) {
    return new Event.Applied(
        project, schedules(project), definitions.pools(project), definitions.byWorth(project));
  }

  /// What is in force now of triggers of a project, and of policies, as the events that tell the
  /// engine.
  List<Event> ruled(String project) {
    return keepers.applied(project);
  }

  /// What other nodes have applied, and what runs wait for: looked at when it may have changed.
  List<Event> look(World world, Instant now) {
    return keepers.look(world, now);
  }

  /// What runs wait for may be there: the next look is at once.
  void lookSoon(Wanted wanted) {
    keepers.lookSoon(wanted);
  }

  Version version(long id) {
    return definitions.version(id);
  }

  /// Whether a timer may be due before it would be read from its table.
  static boolean isSoon(Instant due, Instant now) {
    return !due.isAfter(now.plus(SOON));
  }

  /// The timers of these partitions that are due within minutes; empty when they were read a moment
  /// ago.
  List<DueTimer> timersDueSoon(Set<Integer> partitions, Instant now) {
    if (now.isBefore(nextLook)) return List.of();
    nextLook = now.plus(LOOK_EVERY);
    return truth.timers(partitions, now.plus(SOON));
  }

  void recordRefused(String event, String why) {
    truth.refused(event, why);
  }
}
