package outturn.runtime.run;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import outturn.engine.decide.Event;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.Partition;
import outturn.engine.run.RunId;
import outturn.runtime.decide.Letters;
import outturn.runtime.decide.NewRun;
import outturn.runtime.decide.NotDone;
import outturn.store.mailbox.Mailbox;
import outturn.store.run.RunReader;

/// Starts runs that other nodes decide: writes what is wanted to their owners, all or nothing, and
/// looks until the runs are there.
final class Elsewhere {
  private final RunReader runs;
  private final Mailbox mailbox;
  private final InstantSource clock;

  Elsewhere(RunReader runs, Mailbox mailbox, InstantSource clock) {
    this.runs = runs;
    this.mailbox = mailbox;
    this.clock = clock;
  }

  List<RunId> start(List<NewRun> orders) {
    var keyed = orders.stream().map(Elsewhere::keyed).toList();
    send(keyed);
    return Look.until(
        clock,
        () -> kept(keyed),
        "the node that decides for these runs has not answered yet: they will be started when it does;"
            + " ask again with the same idempotency key");
  }

  private void send(List<NewRun> keyed) {
    try {
      mailbox.post(keyed.stream().map(run -> Letters.start(partition(run), run)).toList());
    } catch (Mailbox.Unfit unfit) {
      throw new NotDone(NotDone.Why.UNFIT, String.valueOf(unfit.getMessage()));
    }
  }

  /// The runs that were started under the keys of these orders, if all were.
  Optional<List<RunId>> kept(List<NewRun> orders) {
    var ids = new ArrayList<RunId>();
    for (var order : orders) {
      var kept = order.key().flatMap(key -> runs.kept(key.principal(), key.key()));
      if (kept.isEmpty()) return Optional.empty();
      ids.add(kept.get().run());
    }
    return Optional.of(ids);
  }

  /// The key by which the run is found: the caller's, or one of ours.
  private static NewRun keyed(NewRun run) {
    if (run.key().isPresent()) return run;
    var key = new Event.Key(user(run.order()), "sent:" + UUID.randomUUID(), "");
    return new NewRun(run.version(), run.order(), Optional.of(key), run.reason());
  }

  private static String user(Order order) {
    return order.origin() instanceof Origin.User(var name) ? name : "server";
  }

  /// Where the run has to be, or else anywhere, the same for the same key.
  private static int partition(NewRun run) {
    return run.version()
        .home(run.order())
        .orElseGet(() -> Math.floorMod(run.key().orElseThrow().key().hashCode(), Partition.COUNT));
  }
}
