package outturn.server;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import outturn.engine.pool.Lane;
import outturn.http.Services;
import outturn.runtime.ahead.Ahead;
import outturn.runtime.forecast.Foresight;
import outturn.runtime.forecast.PostMortems;
import outturn.runtime.node.Loops;
import outturn.runtime.project.InForce;
import outturn.runtime.stake.Worths;
import outturn.runtime.stake.WorthsForeseen;
import outturn.store.ownership.NodeStatus;
import outturn.store.ownership.Nodes;

/// What foresees how runs end.
final class Foreseeing implements AutoCloseable {
  private static final Duration TELL = Duration.ofSeconds(1);

  private static final LongSupplier CPU =
      ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;

  private final ForecastStores stores;
  private final Foresight foresight;
  private final Worths worths;
  private final PostMortems postMortems;

  Foreseeing(Stores stores, InForce inForce, Engine engine, InstantSource clock) {
    this.stores = stores.forecasts;
    var ahead = new Ahead(inForce, stores.forecasts.durations());
    var ground =
        new Foresight.Ground(
            inForce,
            ahead,
            engine.watch,
            stores.projects,
            () -> of(stores.nodesForReaders, engine.allowance.slots()),
            engine.allowance.held());
    this.foresight =
        new Foresight(ground, stores.forecasts.rows(), _ -> {}, clock, System::nanoTime, CPU);
    this.worths =
        new Worths(new WorthsForeseen(foresight, inForce), engine.inbox::tell, System::nanoTime);
    this.postMortems = new PostMortems(stores.runs, inForce, stores.forecasts.past());
  }

  /// The slots of all nodes, as if the others had as many as this one.
  private static Map<Lane, Integer> of(Nodes nodes, Map<Lane, Integer> slots) {
    var living =
        nodes.all().stream().filter(node -> node.state() == NodeStatus.State.LIVING).count();
    int times = (int) Math.max(1, living);
    return slots.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, lane -> times * lane.getValue()));
  }

  void repeat(Loops loops) {
    loops.repeat(
        "foresight",
        () -> {
          foresight.step();
          foresight.pause();
        });
    loops.every(TELL, "worths", worths::step);
  }

  Services.Prospects services() {
    return new Services.Prospects(stores.durations(), foresight, stores.predictions(), postMortems);
  }

  @Override
  public void close() {
    foresight.close();
  }
}
