package outturn.runtime.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Threads that repeat a step until they are stopped. A step that fails is logged and repeated: a
/// loop never ends on its own. After an [Error] nothing in memory can be trusted any more: the
/// process ends at once, as it does without memory, so that another start or another node goes on
/// from what was committed.
public final class Loops implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Loops.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  // What the JVM ends with when it has no memory left.
  private static final int DOOMED = 3;

  private final List<Thread> threads = new ArrayList<>();
  private final Runnable end;

  public Loops() {
    this(() -> Runtime.getRuntime().halt(DOOMED));
  }

  /// @param end of the process
  Loops(Runnable end) {
    this.end = end;
  }

  /// One pass of a loop; it waits for work by itself.
  @FunctionalInterface
  public interface Step {
    void run() throws InterruptedException;
  }

  /// Repeats a step on a thread of this name.
  public void repeat(String name, Step step) {
    threads.add(Thread.ofPlatform().name(name).daemon().start(() -> loop(name, step)));
  }

  /// Repeats a step with a pause between.
  public void every(Duration pause, String name, Step step) {
    repeat(
        name,
        () -> {
          step.run();
          Thread.sleep(pause);
        });
  }

  private void loop(String name, Step step) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        step.run();
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException failure) {
        LOG.error("{}: {}; going on", name, failure.toString(), failure);
        if (!pause()) return;
      } catch (Error failure) {
        LOG.error("{}: {}; nothing in memory can be trusted now: ending", name, failure, failure);
        end.run();
        return;
      }
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(AFTER_FAILURE);
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  /// Stops the loops, last started first.
  @Override
  public void close() {
    for (var thread : threads.reversed()) {
      thread.interrupt();
      try {
        thread.join(Duration.ofSeconds(10));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
