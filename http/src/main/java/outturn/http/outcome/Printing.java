package outturn.http.outcome;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;

/// Makes documents one after the other, each on a thread of the system: it is work for a processor
/// of up to a second, which must not keep the virtual threads of requests and decisions from
/// theirs.
final class Printing {
  private static final int MOST_WAITING = 8;
  private static final int PATIENCE_SECONDS = 20;

  private final Semaphore press = new Semaphore(1, true);

  /// @throws outturn.http.problem.Refused when too many wait already, or it takes too long
  byte[] print(Callable<byte[]> document) throws InterruptedException {
    if (press.getQueueLength() >= MOST_WAITING) throw busy();
    if (!press.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw busy();
    try {
      var task = new FutureTask<>(document);
      Thread.ofPlatform().name("printing").daemon().start(task);
      return task.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a document could not be made", failed.getCause());
    } finally {
      press.release();
    }
  }

  private static RuntimeException busy() {
    return Problem.again(
            Code.OVERLOADED, "too many documents are being made; try again in a few seconds")
        .refused();
  }
}
