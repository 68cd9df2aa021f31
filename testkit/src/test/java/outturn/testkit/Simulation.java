package outturn.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import outturn.definition.policy.Policy;
import outturn.engine.RandomWorkflows;
import outturn.engine.RunPicture;
import outturn.engine.decide.Event;
import outturn.engine.run.Partition;
import outturn.engine.run.Rebuild;
import outturn.engine.run.Rows.RunRow;
import outturn.engine.run.Version;
import outturn.engine.trigger.Armed;
import outturn.runtime.lease.Lease;
import outturn.runtime.project.Definitions;
import outturn.store.mailbox.Mailbox.Address;
import outturn.store.mailbox.Mailbox.Letter;
import outturn.testkit.database.Line;
import outturn.testkit.database.SimulatedDatabase;

/// A cluster in one thread: hosts, servers, a network and a database, on a time that only this
/// moves. All that chance decides comes from one seed.
final class Simulation {
  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private static final String PROJECT = "project";
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  // A history lasts for some minutes.
  private static final List<String> CRONS =
      List.of("* * * * *", "*/2 * * * *", "*/5 * * * *", "7 * * * *");
  private static final int SETTLED = 60;
  private static final int PATIENCE = 1_200;
  // A run that is cancelled still does its `always` tasks, which may wait for an hour.
  private static final int DRAIN = 6_000;

  private final Random random;
  private final Version version;
  private final Map<Long, Event.Scheduled> schedules = new HashMap<>();
  private final Chronicle chronicle = new Chronicle();
  private final Witness witness = new Witness(chronicle);
  private final SimulatedDatabase database;
  private final List<Host> hosts;
  private final Requests requests;
  private final Optional<SimulatedEvents> events;
  private boolean schedulesInForce = true;
  private boolean calm;
  private boolean interlude;
  private long databaseAwayUntil;
  private long now;

  Simulation(long seed) {
    this(seed, version -> version);
  }

  /// One with workflows that events start.
  static Simulation withEvents(long seed) {
    return new Simulation(seed, SimulatedEvents::added);
  }

  private Simulation(long seed, UnaryOperator<Version> more) {
    this.random = new Random(seed);
    var choice = new RandomWorkflows(random);
    var drawn = SimulatedPolicies.in(choice.version());
    this.version = more.apply(drawn);
    var workflows = drawn.workflows().keySet().stream().sorted().toList();
    for (long id = 0; id < random.nextInt(3); id++) {
      var workflow = workflows.get(random.nextInt(workflows.size()));
      schedules.put(id, new Event.Scheduled(version, workflow, choice.schedule(CRONS), START));
    }
    this.database = new SimulatedDatabase(() -> START.plusNanos(now), witness);
    witness.of(database, version);
    this.events =
        version.equals(drawn)
            ? Optional.empty()
            : Optional.of(new SimulatedEvents(version, database, witness));
    this.hosts =
        IntStream.rangeClosed(0, random.nextInt(3))
            .mapToObj(number ->
                new Host(
                    "host" + number,
                    witness,
                    0.99 + random.nextDouble() / 50,
                    random.nextInt(20) * SECOND - 10 * SECOND))
            .toList();
    this.requests = new Requests(random, version, database, witness);
  }

  /// Lives through it, and answers how many commits there were.
  int play(int rounds) {
    for (int round = 0; round < rounds; round++) {
      somethingHappens();
      time((long) (random.nextDouble() * 2.5 * SECOND));
      step();
      if (round % 20 == 0) compare();
    }
    drain();
    chronicle.closes(random.nextLong());
    return witness.commits();
  }

  /// What happened so far.
  Chronicle chronicle() {
    return chronicle;
  }

  private void somethingHappens() {
    var host = any(hosts);
    switch (random.nextInt(100)) {
      case 0 -> kill(host);
      case 1 -> host.frozenUntil = now + lengthOfTrouble();
      case 2 -> host.cutUntil = now + lengthOfTrouble();
      case 3 -> {
        if (host.node != null && !host.frozen()) guarded(host, node -> node.stop(30 * SECOND));
      }
      case 4 -> host.jump((random.nextInt(60) - 30) * SECOND);
      case 5 -> {
        if (random.nextInt(4) == 0) databaseAwayUntil = now + random.nextInt(30) * SECOND;
      }
      case 6 -> {
        if (random.nextInt(10) == 0) database.nodes().databaseStarts();
      }
      case 7, 8 -> requests.cancelAny();
      case 9, 10, 11 -> requests.operateAny();
      default -> {
        if (random.nextInt(6) == 0) requests.arrives();
        events.ifPresent(it -> {
          if (random.nextInt(8) == 0) it.arrives(random, START.plusNanos(now));
        });
      }
    }
  }

  private long lengthOfTrouble() {
    return random.nextInt(3) == 0 ? random.nextInt(240) * SECOND : random.nextInt(12) * SECOND;
  }

  private void kill(Host host) {
    host.node = null;
    host.frozenUntil = 0;
    host.orphaned();
  }

  private void time(long length) {
    now += length;
    chronicle.time(now);
    hosts.forEach(host -> host.time(now));
  }

  private void step() {
    var order = new ArrayList<>(hosts);
    Collections.shuffle(order, random);
    for (var host : order) {
      if (host.frozen()) continue;
      if (host.node == null) {
        if (!host.gone && (calm || random.nextInt(12) == 0)) start(host);
      } else {
        guarded(
            host,
            node -> {
              if (!node.step()) host.node = null;
            });
      }
    }
    requests.step(hosts);
  }

  private void start(Host host) {
    try {
      host.node = new SimulatedNode(host, line(host), database, new Applied(), random, witness);
    } catch (Line.Cut away) {
      // It is started again.
    } catch (Line.Killed killed) {
      kill(host);
    }
  }

  private void guarded(Host host, Consumer<SimulatedNode> does) {
    var node = host.node;
    if (node == null) return;
    try {
      does.accept(node);
    } catch (Line.Killed killed) {
      if (host.node == node) kill(host);
    } catch (Line.Cut away) {
      // The loop is begun again, as the real ones are.
    }
  }

  private Line line(Host host) {
    var nodes = database.nodes().named(host.name, Lease.WORKER);
    return new Line(
        database,
        nodes,
        new Line.Weather() {
          @Override
          public void before(String what) {
            chronicle.asks(host.name, what);
            trouble(host);
            holdUp(host);
          }

          @Override
          public void after() {
            trouble(host);
            holdUp(host);
          }
        });
  }

  private void trouble(Host host) {
    if (calm) return;
    if (now < host.cutUntil || now < databaseAwayUntil) throw new Line.Cut();
    switch (random.nextInt(300)) {
      case 0 -> throw new Line.Killed();
      case 1, 2 -> throw new Line.Cut();
      default -> {}
    }
  }

  /// On its way to the database or back a node may stand still, or the one loop of it, and all else
  /// goes on.
  private void holdUp(Host host) {
    if (calm || interlude || random.nextInt(300) > 0) return;
    interlude = true;
    var node = host.node;
    if (node == null || random.nextBoolean()) host.frozenUntil = Long.MAX_VALUE;
    int rounds = 1 + random.nextInt(random.nextInt(3) == 0 ? 90 : 6);
    for (int round = 0; round < rounds; round++) {
      time((long) (random.nextDouble() * 2.5 * SECOND));
      step();
    }
    if (host.frozenUntil == Long.MAX_VALUE) host.frozenUntil = 0;
    interlude = false;
    if (host.node != node) throw new Line.Killed();
    // Trouble seldom comes alone.
    switch (random.nextInt(4)) {
      case 0 -> host.cutUntil = now + lengthOfTrouble();
      case 1 -> host.frozenUntil = now + lengthOfTrouble();
      default -> {}
    }
  }

  /// What is in force all the time.
  private final class Applied implements Definitions {
    @Override
    public List<String> projects() {
      return List.of(PROJECT);
    }

    @Override
    public Map<String, Integer> pools(String project) {
      return Witness.POOLS;
    }

    @Override
    public Map<Long, Event.Scheduled> schedules(String project) {
      if (!schedulesInForce) return Map.of();
      var current = new HashMap<Long, Event.Scheduled>();
      schedules.forEach((id, from) -> {
        var looked = database.rows().lookedUntil(id).orElse(from.lookedUntil());
        current.put(
            id, new Event.Scheduled(from.version(), from.workflow(), from.schedule(), looked));
      });
      return current;
    }

    @Override
    public List<Armed> triggers(String project) {
      return events.map(SimulatedEvents::armed).orElse(List.of());
    }

    @Override
    public Map<String, List<Policy>> policies() {
      return Map.of(PROJECT, SimulatedPolicies.ALL);
    }

    @Override
    public long newest() {
      return 1;
    }

    @Override
    public Version version(long id) {
      return version;
    }
  }

  private void compare() {
    for (var host : hosts) {
      var node = host.node;
      if (node == null) continue;
      node.decisions
          .memory()
          .filter(loaded -> database.nodes().stands(loaded.claim().fence()))
          .filter(loaded -> loaded.world().settled())
          .ifPresent(loaded -> {
            witness.memoryEqualsRows(loaded, version);
            events.ifPresent(it -> it.memoryEqualsRows(loaded));
          });
    }
  }

  /// No more trouble, and nothing new: all that is there ends.
  private void drain() {
    calm = true;
    hosts.forEach(Host::recover);
    hosts.stream().skip(1).filter(_ -> random.nextInt(4) == 0).forEach(this::loseForGood);
    schedulesEnd();
    int begun = 0;
    for (int round = 0, last = DRAIN; round < last; round++) {
      time((long) ((0.5 + random.nextDouble()) * 2 * SECOND));
      step();
      if (round % 20 == 0) compare();
      if (done()) {
        requests.allAreKept();
        events.ifPresent(SimulatedEvents::eachHasStartedOneRun);
        new DueTimesOnce(database.rows()).check(schedules);
        return;
      }
      if (round % 60 == 59) somethingIsDue();
      // Behind a lock they are done one by one; as long as one begins now and then, they go on.
      if (round == last - 1 && last < 10 * DRAIN && witness.begun() > begun) last += DRAIN / 3;
      if (round % (DRAIN / 3) == 0) begun = witness.begun();
      if (round >= PATIENCE && round % 60 == 0) live().forEach(row -> requests.cancel(row.id()));
    }
    throw new AssertionError("these do not end: " + live());
  }

  private void loseForGood(Host host) {
    kill(host);
    host.gone = true;
  }

  /// Those who decide look at all due times up to now, and then the schedules are in force no more.
  private void schedulesEnd() {
    var upTo = START.plusNanos(now);
    for (int round = 0; round < SETTLED && !schedules.isEmpty(); round++) {
      time(2 * SECOND);
      step();
    }
    new DueTimesOnce(database.rows()).checkThatAllIsLookedAt(schedules, upTo);
    schedulesInForce = false;
    database.mailbox().post(List.of(noSchedules()));
  }

  private static Letter noSchedules() {
    return new Letter(
        new Address.Owner(Partition.ofProject(PROJECT)),
        "applied",
        Map.of("kind", "applied", "project", PROJECT));
  }

  private boolean done() {
    return live().isEmpty()
        && database.mailbox().waitingForOwners() == 0
        && requests.settled()
        && events.map(SimulatedEvents::settled).orElse(true)
        && !witness.anyExecutes();
  }

  private List<RunRow> live() {
    return database.rows().liveRuns();
  }

  /// Runs that ask a person are cancelled; if there is nothing to wait for, something is stuck.
  private void somethingIsDue() {
    boolean asked = false;
    for (var row : live()) {
      if (requests.release(row.id()) || requests.answer(row)) asked = true;
      var run =
          Rebuild.run(
              row, version, database.rows().attempts(row.id()), database.rows().marks(row.id()));
      if (RunPicture.of(run).values().stream().noneMatch(text -> text.contains("Asking"))) continue;
      asked = true;
      requests.cancel(row.id());
    }
    boolean waits =
        asked
            || live().isEmpty()
            || START.plusNanos(now).isBefore(SimulatedPolicies.OVER)
            || witness.anyExecutes()
            || !database.rows().timers().isEmpty()
            || database.rows().runningAttempts().stream().anyMatch(row -> row.by().worker() != 0);
    Witness.check(waits, () -> "these wait for nothing: " + live());
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
