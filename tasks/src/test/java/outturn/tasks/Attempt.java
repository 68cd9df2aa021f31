package outturn.tasks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import outturn.spi.Request;
import outturn.spi.TaskType;

/// One attempt of a task under test, with folders and a log of its own.
public final class Attempt {

  public final RecordedLog log = new RecordedLog();
  public final Request request;

  public Attempt(
      Path folder, String type, Map<String, Object> settings, Map<String, String> promised) {
    this(folder, type, settings, promised, Map.of());
  }

  public Attempt(
      Path folder,
      String type,
      Map<String, Object> settings,
      Map<String, String> promised,
      Map<String, String> environment) {
    this.request =
        new Request(
            type,
            new HashMap<>(settings),
            promised,
            environment,
            new Request.Places(made(folder.resolve("files")), made(folder.resolve("scratch"))),
            log,
            Optional.of(Duration.ofMinutes(1)));
  }

  public TaskType.Result run(TaskType task) throws InterruptedException {
    return task.run(request);
  }

  /// Runs on a thread of its own and interrupts it after a condition; fails when the task does not
  /// throw on.
  public void runAndInterrupt(TaskType task, CountDownLatch when) throws Exception {
    var end = new CompletableFuture<TaskType.Result>();
    var thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                end.complete(task.run(request));
              } catch (Throwable e) {
                end.completeExceptionally(e);
              }
            });
    if (!when.await(20, TimeUnit.SECONDS)) throw new AssertionError("it never came to the point");
    thread.interrupt();
    try {
      throw new AssertionError("not interrupted: " + end.get(20, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof InterruptedException)) throw e;
    }
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
