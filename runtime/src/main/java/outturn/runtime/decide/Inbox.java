package outturn.runtime.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import outturn.engine.decide.Event;
import outturn.engine.run.Rows;
import outturn.engine.verb.Command;
import outturn.engine.verb.Verdict;
import outturn.store.ownership.Fence;

/// What waits to be decided, in the order it came.
public final class Inbox {
  /// With more than this waiting, requests for new runs are refused; reports never are.
  static final int MOST_WAITING = 20_000;

  private final ConcurrentLinkedQueue<Item> items = new ConcurrentLinkedQueue<>();
  private final AtomicInteger orders = new AtomicInteger();
  private final Semaphore bell = new Semaphore(0);

  /// Something to be decided.
  sealed interface Item {
    /// An event of the engine's.
    record Told(Event event) implements Item {}

    /// What the roll call says of an attempt, as long as the claim holds under which it was called.
    record Called(Event.Reported reported, Fence fence) implements Item {}

    /// Runs that somebody wants together: all or none.
    record Ordered(List<NewRun> runs, CompletableFuture<List<Rows.RunRow>> answer)
        implements Item {}

    /// Something that somebody wants done to a run.
    record Asked(Command command, Optional<Event.Key> key, CompletableFuture<Verdict> answer)
        implements Item {}
  }

  /// Takes note of something that happened.
  public void tell(Event event) {
    items.add(new Item.Told(event));
    ring();
  }

  /// Takes note of what the roll call says under a claim; once that is over, it counts for nothing.
  void called(Event.Reported reported, Fence fence) {
    items.add(new Item.Called(reported, fence));
    ring();
  }

  /// Asks for runs; the answer is their rows as they were committed, or a failure with [NotDone].
  public CompletableFuture<List<Rows.RunRow>> order(List<NewRun> runs) {
    if (orders.get() > MOST_WAITING) {
      return CompletableFuture.failedFuture(
          new NotDone(
              NotDone.Why.OVERLOADED,
              "%d runs wait to be taken up; try again in a second".formatted(orders.get())));
    }
    var answer = new CompletableFuture<List<Rows.RunRow>>();
    orders.addAndGet(runs.size());
    items.add(new Item.Ordered(List.copyOf(runs), answer));
    ring();
    return answer;
  }

  /// Asks for something to be done to a run; the answer is what came of it, or a failure with
  /// [NotDone].
  public CompletableFuture<Verdict> ask(Command command, Optional<Event.Key> key) {
    var answer = new CompletableFuture<Verdict>();
    items.add(new Item.Asked(command, key, answer));
    ring();
    return answer;
  }

  /// Wakes the loop: there is something to look at.
  public void ring() {
    if (bell.availablePermits() == 0) bell.release();
  }

  /// Waits until somebody rings, at most so long.
  void await(long nanos) throws InterruptedException {
    if (bell.tryAcquire(nanos, TimeUnit.NANOSECONDS)) bell.drainPermits();
  }

  /// Takes the oldest items, up to about so many events.
  List<Item> take(int most) {
    var taken = new ArrayList<Item>();
    int events = 0;
    while (events < most) {
      var item = items.poll();
      if (item == null) break;
      taken.add(item);
      events += size(item);
    }
    return taken;
  }

  private int size(Item item) {
    return switch (item) {
      case Item.Told _, Item.Called _, Item.Asked _ -> 1;
      case Item.Ordered(var runs, _) -> {
        orders.addAndGet(-runs.size());
        yield runs.size();
      }
    };
  }

  /// How many items wait, counted one by one.
  public int size() {
    return items.size();
  }

  boolean isEmpty() {
    return items.isEmpty();
  }
}
