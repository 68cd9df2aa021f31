package outturn.bench.host;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/// How often this host starts the program `true` in a second when nothing else is done for it: bare
/// [ProcessBuilder], twice as many at once as there are processors.
public final class PlainProcesses {
  private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private PlainProcesses() {}

  /// Empty where there is no such program.
  ///
  /// @param ticker monotonic nanoseconds
  public static OptionalDouble perSecond(int count, LongSupplier ticker)
      throws InterruptedException {
    var left = new AtomicInteger(count);
    var start = ticker.getAsLong();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var starters = new ArrayList<Future<Boolean>>();
      for (var i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
        starters.add(threads.submit(starter(left)));
      }
      for (var starter : starters) starter.get();
    } catch (ExecutionException absent) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(count * NANOS_PER_SECOND / (ticker.getAsLong() - start));
  }

  private static Callable<Boolean> starter(AtomicInteger left) {
    return () -> {
      while (left.getAndDecrement() > 0) {
        if (run() != 0) throw new IOException("'true' did not succeed");
      }
      return true;
    };
  }

  private static int run() throws IOException, InterruptedException {
    return new ProcessBuilder("true")
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
