package outturn.tasks.process;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The threads that wait for the ends and for the words of processes. Both block a thread of the
/// host, so virtual ones would save nothing; those that are free serve the next process.
final class ProcessThreads {
  static final ExecutorService ALL =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().stackSize(128 * 1024).name("process-", 0).factory());

  private ProcessThreads() {}
}
