package outturn.runtime.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import outturn.definition.text.Nearest;
import outturn.definition.workflow.Workflow;
import outturn.engine.decide.Event;
import outturn.engine.run.Inputs;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.RunId;
import outturn.runtime.decide.Inbox;
import outturn.runtime.decide.NewRun;
import outturn.runtime.decide.NotDone;
import outturn.runtime.project.InForce;
import outturn.store.mailbox.Mailbox;
import outturn.store.run.RunReader;

/// Takes wishes for runs.
public final class RunRequests {
  private final InForce inForce;
  private final RunReader runs;
  private final Inbox inbox;
  private final InstantSource clock;
  private final Elsewhere elsewhere;
  private final Map<String, CompletableFuture<Started>> underWay = new ConcurrentHashMap<>();

  public RunRequests(
      InForce inForce, RunReader runs, Inbox inbox, Mailbox mailbox, InstantSource clock) {
    this.inForce = inForce;
    this.runs = runs;
    this.inbox = inbox;
    this.clock = clock;
    this.elsewhere = new Elsewhere(runs, mailbox, clock);
  }

  /// Starts all of these or none, and returns when that is committed.
  ///
  /// @param key of the whole request; a repeated one is answered with the same runs
  /// @throws outturn.runtime.decide.NotDone when it has to be asked again
  public Started start(String user, List<Wish> wishes, Optional<Event.Key> key) {
    if (key.isPresent()) {
      var before = before(key.get(), wishes.size());
      if (before.isPresent()) return before.get();
    }
    var orders = new ArrayList<NewRun>();
    for (var wish : wishes) {
      var at = inForce.sought(wish.workflow());
      if (at.isEmpty()) {
        var near = Nearest.hint(wish.workflow(), InForce.names(inForce.workflows()));
        return new Started.UnknownWorkflow(wish.workflow(), near);
      }
      switch (Inputs.of(at.get().value(), wish.inputs())) {
        case Inputs.Refused(var problems) -> {
          return new Started.BadInputs(wish.workflow(), problems);
        }
        case Inputs.Complete(var inputs) -> {
          var order = order(user, wish, at.get().value(), inputs);
          var version = inForce.version(at.get().version());
          orders.add(new NewRun(version, order, keyOf(key, orders.size()), wish.reason()));
        }
      }
    }
    return ordered(orders, key);
  }

  private Order order(String user, Wish wish, Workflow workflow, Map<String, Object> inputs) {
    Instant now = clock.instant();
    var date = wish.businessDate().orElseGet(() -> now.atZone(workflow.timezone()).toLocalDate());
    return new Order(
        workflow.name(), inputs, date, Optional.empty(), new Origin.User(user), wish.terms());
  }

  /// Each run of a batch keeps a key of its own, so that all can be found again.
  private static Optional<Event.Key> keyOf(Optional<Event.Key> key, int place) {
    return key.map(whole ->
        place == 0
            ? whole
            : new Event.Key(whole.principal(), whole.key() + "#" + place, whole.bodyHash()));
  }

  private Started ordered(List<NewRun> orders, Optional<Event.Key> key) {
    if (key.isEmpty()) return written(orders, key);
    var name = key.get().principal() + "\n" + key.get().key();
    var first = new CompletableFuture<Started>();
    var other = underWay.putIfAbsent(name, first);
    // The same request twice at once: both get the answer of the first.
    if (other != null) return other.join();
    try {
      var started = written(orders, key);
      first.complete(started);
      return started;
    } catch (RuntimeException failure) {
      first.completeExceptionally(failure);
      throw failure;
    } finally {
      underWay.remove(name, first);
    }
  }

  private Started written(List<NewRun> orders, Optional<Event.Key> key) {
    try {
      return new Started.Runs(inbox.order(orders).join());
    } catch (CompletionException failure) {
      if (!(failure.getCause() instanceof NotDone notDone)) throw failure;
      return switch (notDone.why()) {
        case ELSEWHERE -> new Started.Before(elsewhere.start(orders));
        // Perhaps since the same request came to another node at the same time.
        case UNFIT ->
            elsewhere
                .kept(orders)
                .filter(_ -> key.isPresent())
                .map(Started.Before::new)
                .orElseThrow(() -> failure);
        case OVERLOADED, UNKNOWN -> throw failure;
      };
    }
  }

  private Optional<Started> before(Event.Key key, int count) {
    var ids = new ArrayList<RunId>();
    for (int place = 0; place < count; place++) {
      var each = keyOf(Optional.of(key), place).orElseThrow();
      var kept = runs.kept(each.principal(), each.key());
      if (kept.isEmpty()) return Optional.empty();
      if (!kept.get().bodyHash().equals(key.bodyHash())) {
        return Optional.of(new Started.KeyUsed(key.key()));
      }
      ids.add(kept.get().run());
    }
    return Optional.of(new Started.Before(ids));
  }
}
