package outturn.testkit.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import outturn.engine.decide.Timer;
import outturn.engine.run.Partition;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.Rows.RunRow;
import outturn.store.audit.Act;
import outturn.store.mailbox.Mailbox.Address;
import outturn.store.mailbox.Mailbox.Letter;
import outturn.store.ownership.Claim;
import outturn.store.ownership.Fence;
import outturn.store.ownership.NodeStatus;
import outturn.testkit.contract.Storage.Operation;
import outturn.testkit.contract.Storage.Trouble;

/// One history, lived by a real database and by the simulated one: the same is asked of both, the
/// same befalls both, and both have to answer the same and have the same rows afterwards.
final class RandomHistory {
  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  static final Duration WORKER_LEASE = Duration.ofSeconds(90);
  static final Comparator<Timer> TIMERS =
      Comparator.comparing(Timer::run).thenComparing(Timer::what);

  private static final List<String> NAMES = List.of("ada", "bob", "cyd");
  // Those of the rules, to the second, and beyond.
  private static final List<Integer> SECONDS = List.of(1, 2, 3, 5, 6, 7, 10, 11, 20, 90, 100);
  private static final Duration MONTH = Duration.ofDays(31);

  private final Random random;
  private final SideBySide side;
  private final SimulatedStorage simulated = new SimulatedStorage(START);
  private final RandomBatches batches;
  // By incarnation: the name, and the newest fence that its node was told of.
  private final Map<Long, String> names = new TreeMap<>();
  private final Map<Long, Fence> fences = new HashMap<>();
  private final List<Fence> older = new ArrayList<>();
  private final List<Long> messages = new ArrayList<>();
  private int letters;

  RandomHistory(long seed, SqlStorage real) {
    this.random = new Random(seed);
    this.batches = new RandomBatches(random, simulated.rows());
    this.side = new SideBySide(real, simulated, random);
    real.begin(START);
  }

  /// Lives through it, and answers how often a batch was committed.
  int play(int steps) {
    register(Trouble.NONE);
    for (int step = 0; step < steps; step++) {
      somethingHappens();
      side.ask(question());
    }
    side.compare();
    return side.commits();
  }

  private void somethingHappens() {
    switch (random.nextInt(20)) {
      case 0 -> register(trouble());
      case 1, 2, 3 -> timePasses();
      case 4, 5, 6 -> renew();
      case 7, 8 -> take();
      case 9 -> goes();
      case 10, 11 -> post();
      case 12 -> takeMessages();
      case 13, 14, 15 -> atOnce();
      default -> commit();
    }
  }

  private <T> T one(Collection<T> of) {
    return new ArrayList<>(of).get(random.nextInt(of.size()));
  }

  private Trouble trouble() {
    return switch (random.nextInt(30)) {
      case 0 -> Trouble.LOST_AT_ONCE;
      case 1 -> Trouble.LOST_BEFORE_COMMIT;
      case 2 -> Trouble.LOST_AFTER_COMMIT;
      default -> Trouble.NONE;
    };
  }

  private void register(Trouble trouble) {
    var name = one(NAMES);
    side.both(name + " registers", trouble, storage -> storage.nodes(name).register("v" + name));
    // Who did not get the answer does not know its number: nobody acts for it.
    for (var node : simulated.nodes(name).all()) names.putIfAbsent(node.incarnation(), node.name());
  }

  private void timePasses() {
    if (random.nextInt(10) == 0) {
      side.both("the database is started anew", Storage::databaseStarts);
      return;
    }
    var time = random.nextInt(20) == 0 ? MONTH : Duration.ofSeconds(one(SECONDS));
    side.both(time + " pass", storage -> storage.pass(time));
  }

  // Mostly one that lives, if there is any.
  private long node() {
    var living =
        simulated.nodes("").all().stream()
            .filter(node -> node.state() != NodeStatus.State.DEAD)
            .map(NodeStatus::incarnation)
            .toList();
    return one(living.isEmpty() || random.nextInt(4) == 0 ? names.keySet() : living);
  }

  private void renew() {
    long node = node();
    var workers = new HashSet<>(List.of(node));
    if (random.nextInt(4) == 0) workers.add(node());
    side.both("%d renews %s".formatted(node, workers), trouble(), renewal(node, workers));
  }

  private Operation renewal(long node, Collection<Long> workers) {
    return storage -> storage.nodes(name(node)).renew(node, workers);
  }

  private String name(long node) {
    return names.getOrDefault(node, "");
  }

  private void take() {
    long node = node();
    var answer = side.both(node + " takes", trouble(), taking(node));
    claimed(answer);
  }

  private Operation taking(long node) {
    return storage -> storage.nodes(name(node)).take(node);
  }

  private void claimed(Object answer) {
    if (!(answer instanceof Claim(var fence, _, _))) return;
    var before = fences.put(fence.incarnation(), fence);
    if (before != null) older.add(before);
  }

  private void goes() {
    long node = node();
    switch (random.nextInt(4)) {
      case 0 -> side.both(node + " leaves", trouble(), leaving(node));
      case 1 ->
          side.both(
              node + " drains",
              trouble(),
              storage -> nothing(() -> storage.nodes(name(node)).drain(node)));
      case 2 ->
          side.both(
              node + " asks for those before it",
              trouble(),
              storage -> new HashSet<>(storage.nodes(name(node)).predecessors(node)));
      default -> {
        var silent = List.of(node, node());
        side.both(
            silent + " are silenced",
            trouble(),
            storage -> nothing(() -> storage.nodes(name(node)).silence(silent)));
      }
    }
  }

  private Operation leaving(long node) {
    return storage -> nothing(() -> storage.nodes(name(node)).leave(node));
  }

  private static Object nothing(Runnable does) {
    does.run();
    return "done";
  }

  private Letter letter() {
    letters++;
    Address to =
        random.nextBoolean()
            ? new Address.Owner(random.nextInt(Partition.COUNT))
            : new Address.Worker(node());
    // A key that was used before, now and then.
    var key = "key" + (random.nextInt(4) == 0 ? random.nextInt(letters) : letters);
    return new Letter(to, key, batches.body());
  }

  private void post() {
    if (random.nextInt(3) == 0) {
      var letter = letter();
      var act = new Act("ann", "run cancel", "it", batches.body());
      side.both(
          "an act and " + letter,
          trouble(),
          storage -> nothing(() -> storage.mailbox().post(letter, act, START)));
    } else {
      var several = new ArrayList<Letter>();
      for (int count = random.nextInt(4); count > 0; count--) several.add(letter());
      side.both("post " + several, trouble(), storage -> storage.mailbox().post(several));
    }
    simulated.mailbox().read(Partition.ALL, 0, 1000).forEach(message -> known(message.seq()));
  }

  private void known(long message) {
    if (!messages.contains(message)) messages.add(message);
  }

  private void takeMessages() {
    var some = new ArrayList<Long>();
    for (int count = random.nextInt(3); count > 0 && !messages.isEmpty(); count--) {
      some.add(one(messages));
    }
    if (random.nextBoolean()) {
      side.both("drop " + some, trouble(), storage -> nothing(() -> storage.mailbox().drop(some)));
    } else {
      side.both("waiting of " + some, trouble(), storage -> storage.mailbox().waiting(some));
    }
  }

  private Fence fence(long node) {
    var newest = fences.getOrDefault(node, new Fence(node, 0));
    return switch (random.nextInt(10)) {
      case 0 -> older.isEmpty() ? newest : one(older);
      case 1 -> new Fence(node, newest.number() + 1);
      default -> newest;
    };
  }

  private void commit() {
    var fence = fence(node());
    var batch = batches.batch(messages);
    var trouble = random.nextInt(12) == 0 ? Trouble.TRY_AGAIN : trouble();
    side.both("%s writes %s".formatted(fence, batch), trouble, SideBySide.commit(fence, batch));
    side.compare();
  }

  /// One transaction in the way of another.
  private void atOnce() {
    long node = node();
    long other = node();
    var fence = fence(node);
    switch (random.nextInt(6)) {
      case 0, 1 -> writtenFirst(node, other, fence);
      case 2, 3 -> movedFirst(node, other, fence);
      case 4 ->
          side.apart(
              "%s writes; %d renews".formatted(fence, node),
              trouble(),
              SideBySide.commit(fence, batches.batch(messages)),
              renewal(node, List.of(node)));
      default -> {
        var answers =
            side.inTurn(
                "%d takes; %d takes".formatted(node, other),
                trouble(),
                taking(node),
                taking(other));
        answers.forEach(this::claimed);
      }
    }
  }

  private void writtenFirst(long node, long other, Fence fence) {
    var batch = batches.batch(messages);
    var answers =
        meet(
            fence,
            "%s writes %s; %d or %d moves the fence on".formatted(fence, batch, node, other),
            SideBySide.commit(fence, batch),
            mover(node, other));
    claimed(answers.getLast());
  }

  private void movedFirst(long node, long other, Fence fence) {
    var answers =
        meet(
            fence,
            "%d or %d moves the fence on; %s writes".formatted(node, other, fence),
            mover(node, other),
            SideBySide.commit(fence, batches.aside()));
    claimed(answers.getFirst());
  }

  private Operation mover(long node, long other) {
    return switch (random.nextInt(3)) {
      case 0 -> leaving(node);
      case 1 -> taking(node);
      default -> taking(other);
    };
  }

  private List<Object> meet(Fence fence, String what, Operation first, Operation second) {
    return side.aboutAFence(what, trouble(), fence, first, second);
  }

  private Operation question() {
    var parts = one(List.of(Partition.ALL, List.of(0, 21), List.of(42), List.<Integer>of()));
    long node = node();
    var workers = List.of(node, node());
    int limit = 1 + random.nextInt(5);
    var before = START.plusSeconds(random.nextInt(5));
    return switch (random.nextInt(9)) {
      case 0 ->
          storage -> RandomHistory.<RunRow>listed(each -> storage.truth().liveRuns(parts, each));
      case 1 ->
          storage ->
              new HashSet<>(
                  RandomHistory.<AttemptRow>listed(
                      each -> storage.truth().liveAttempts(parts, each)));
      case 2 -> storage -> new HashSet<>(storage.truth().runningElsewhere(parts, workers));
      case 3 -> storage -> new HashSet<>(storage.truth().runningAt(workers));
      case 4 -> storage -> new HashSet<>(storage.truth().timers(parts, before));
      case 5 -> storage -> storage.truth().newestRun();
      case 6 -> storage -> storage.mailbox().read(Partition.ALL, node, 1000);
      case 7 -> storage -> storage.mailbox().read(parts, node, limit);
      default -> storage -> storage.nodes("ada").all();
    };
  }

  private static <T> List<T> listed(Consumer<Consumer<T>> query) {
    var list = new ArrayList<T>();
    query.accept(list::add);
    return list;
  }
}
