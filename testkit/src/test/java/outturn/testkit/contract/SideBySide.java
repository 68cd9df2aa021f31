package outturn.testkit.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import outturn.engine.decide.Change;
import outturn.store.database.Away;
import outturn.store.journal.Journal.Outcome;
import outturn.store.mailbox.Mailbox;
import outturn.store.ownership.Fence;
import outturn.store.ownership.NodeStatus;
import outturn.testkit.contract.Storage.Operation;
import outturn.testkit.contract.Storage.Trouble;
import outturn.testkit.database.Line;

/// A real and a simulated database, of which the same is asked.
final class SideBySide {
  // After so many the journal gives up.
  private static final int TRIES = 5;

  private final SqlStorage real;
  private final SimulatedStorage simulated;
  private final Random random;
  private final List<String> steps = new ArrayList<>();
  private int commits;

  /// What is answered when nobody knows what happened.
  private enum Failed {
    AWAY,
    UNFIT,
    UNKNOWN
  }

  SideBySide(SqlStorage real, SimulatedStorage simulated, Random random) {
    this.real = real;
    this.simulated = simulated;
    this.random = random;
  }

  /// How many batches were committed.
  int commits() {
    return commits;
  }

  static Operation commit(Fence fence, List<Change> batch) {
    return storage -> storage.journal().commit(fence, batch);
  }

  void both(String what, Consumer<Storage> does) {
    steps.add(what);
    does.accept(real);
    does.accept(simulated);
  }

  /// Asks both, and answers what both answer.
  Object both(String what, Trouble trouble, Operation operation) {
    steps.add("%s (%s)".formatted(what, trouble));
    int times = 1 + random.nextInt(TRIES);
    real.befall(trouble, times);
    var answer = answer(real, operation);
    simulated.befall(real.met() ? simulated(trouble, times) : Trouble.NONE);
    same(answer(simulated, operation), answer);
    aligned();
    return answer;
  }

  // The real journal tries again by itself, until it gives up.
  private static Trouble simulated(Trouble trouble, int times) {
    if (trouble != Trouble.TRY_AGAIN) return trouble;
    return times < TRIES ? Trouble.NONE : Trouble.LOST_BEFORE_COMMIT;
  }

  private void aligned() {
    simulated.befall(Trouble.NONE);
    real.numberAfter(
        simulated.database().nodes().newest(), simulated.database().mailbox().newest());
  }

  /// Two transactions, one of which writes under a fence that the other one may move on: if it
  /// does, the second waits for the first.
  List<Object> aboutAFence(
      String what, Trouble trouble, Fence fence, Operation first, Operation second) {
    boolean stood = simulated.stands(fence);
    var overlap = overlap(what, trouble, first, second);
    boolean moved = stood && !simulated.stands(fence);
    if (overlap.held() && moved && !overlap.waited()) fail("the second waits", overlap);
    return List.of(overlap.first(), overlap.second());
  }

  /// Two transactions, the second of which has to wait for the first.
  List<Object> inTurn(String what, Trouble trouble, Operation first, Operation second) {
    var overlap = overlap(what, trouble, first, second);
    if (overlap.held() && !overlap.waited()) fail("the second waits", overlap);
    return List.of(overlap.first(), overlap.second());
  }

  /// Two transactions that do not wait for each other.
  void apart(String what, Trouble trouble, Operation first, Operation second) {
    var overlap = overlap(what, trouble, first, second);
    if (overlap.waited()) fail("nobody waits", overlap);
  }

  private SqlStorage.Overlap overlap(
      String what, Trouble trouble, Operation first, Operation second) {
    steps.add("at once: %s (%s)".formatted(what, trouble));
    var overlap = real.overlap(trouble, () -> answer(real, first), () -> answer(real, second));
    var met = overlap.met() ? simulated(trouble, 1) : Trouble.NONE;
    // In memory one comes after the other: in the order in which they were committed.
    Supplier<Object> late =
        () -> {
          simulated.befall(met);
          var answer = answer(simulated, first);
          simulated.befall(Trouble.NONE);
          return answer;
        };
    if (overlap.held() && !overlap.waited()) {
      same(answer(simulated, second), overlap.second());
      same(late.get(), overlap.first());
    } else {
      same(late.get(), overlap.first());
      same(answer(simulated, second), overlap.second());
    }
    aligned();
    return overlap;
  }

  /// Has both answer.
  void ask(Operation question) {
    same(answer(simulated, question), answer(real, question));
  }

  /// Compares all rows.
  void compare() {
    same(simulated.tables(), real.tables());
  }

  private Object answer(Storage storage, Operation operation) {
    try {
      var answer = operation.of(storage);
      if (storage == simulated && answer instanceof Outcome.Committed) commits++;
      return comparable(answer);
    } catch (RuntimeException failure) {
      if (failure instanceof Line.Cut || Away.is(failure)) return Failed.AWAY;
      if (failure instanceof Mailbox.Unfit) return Failed.UNFIT;
      throw new AssertionError(String.join("\n", steps), failure);
    }
  }

  // The words of a failure are for people; and what is over for ever, is.
  private static Object comparable(Object answer) {
    return switch (answer) {
      case Outcome.Unknown _ -> Failed.UNKNOWN;
      case Outcome.Unfit _ -> Failed.UNFIT;
      case Optional<?> found when found.isPresent() -> comparable(found.get());
      case List<?> list -> list.stream().map(SideBySide::comparable).toList();
      case NodeStatus node when node.times().workerUntil().isBefore(RandomHistory.START) ->
          new NodeStatus(
              node.incarnation(),
              node.name(),
              node.version(),
              node.state(),
              new NodeStatus.Times(node.times().started(), node.times().leaseUntil(), Instant.MIN),
              node.partitions());
      default -> answer;
    };
  }

  private void same(Object expected, Object answer) {
    if (!expected.equals(answer)) fail(expected, answer);
  }

  private void fail(Object simulates, Object answers) {
    throw new AssertionError(
        """
        step %d
        in memory: %s
        PostgreSQL: %s
        after:
        %s\
        """
            .formatted(steps.size(), simulates, answers, String.join("\n", steps)));
  }
}
