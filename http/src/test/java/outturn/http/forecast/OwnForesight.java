package outturn.http.forecast;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Jdbi;
import outturn.engine.pool.Lane;
import outturn.http.Services;
import outturn.runtime.ahead.Ahead;
import outturn.runtime.forecast.Foreseen;
import outturn.runtime.forecast.Foresight;
import outturn.store.duration.RunDurations;
import outturn.store.forecast.LiveIds;
import outturn.store.forecast.Predictions;
import outturn.store.forecast.TaskDurations;
import outturn.store.run.RunReader;

/// Foresees what goes on in a test server, a step at a time, for a test that measures it. Slots of
/// workers are never short.
final class OwnForesight {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private OwnForesight() {}

  /// @param told hears of what is foreseen anew
  static Foresight of(Services services, Jdbi jdbi, Consumer<Collection<Foreseen>> told) {
    return of(services, jdbi, told, System::nanoTime, THREADS::getCurrentThreadCpuTime);
  }

  /// @param told hears of what is foreseen anew
  /// @param ticker monotonic, in nanoseconds
  /// @param cpu the CPU time of the thread that steps, in nanoseconds
  static Foresight of(
      Services services,
      Jdbi jdbi,
      Consumer<Collection<Foreseen>> told,
      LongSupplier ticker,
      LongSupplier cpu) {
    var clock = InstantSource.system();
    var inForce = services.definitions().inForce();
    var ground =
        new Foresight.Ground(
            inForce,
            new Ahead(inForce, new RunDurations(jdbi)),
            services.runs().watch(),
            services.definitions().reader(),
            () -> Map.of(Lane.PROCESS, 1_000, Lane.NETWORK, 1_000),
            () -> false);
    var rows =
        new Foresight.Rows(
            new RunReader(jdbi, clock),
            new LiveIds(jdbi),
            new TaskDurations(jdbi),
            new Predictions(jdbi));
    return new Foresight(ground, rows, told, clock, ticker, cpu);
  }
}
