package outturn.server;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import outturn.http.Services;
import outturn.runtime.ahead.Ahead;
import outturn.runtime.forecast.Foresight;
import outturn.runtime.forecast.PostMortems;
import outturn.runtime.node.Loops;
import outturn.runtime.project.InForce;
import outturn.runtime.stake.Worths;
import outturn.runtime.stake.WorthsForeseen;

/// What foresees how runs end.
final class Foreseeing implements AutoCloseable {
  private static final Duration TELL = Duration.ofSeconds(1);

  private static final LongSupplier CPU =
      ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;

  private final ForecastStores stores;
  private final Foresight foresight;
  private final Worths worths;
  private final PostMortems postMortems;

  Foreseeing(
      Stores stores, InForce inForce, Engine engine, BooleanSupplier held, InstantSource clock) {
    this.stores = stores.forecasts;
    var ahead = new Ahead(inForce, stores.forecasts.durations());
    var ground = new Foresight.Ground(inForce, ahead, engine.watch, stores.projects, held);
    this.foresight =
        new Foresight(ground, stores.forecasts.rows(), _ -> {}, clock, System::nanoTime, CPU);
    this.worths =
        new Worths(new WorthsForeseen(foresight, inForce), engine.inbox::tell, System::nanoTime);
    this.postMortems = new PostMortems(stores.runs, inForce, stores.forecasts.past());
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
