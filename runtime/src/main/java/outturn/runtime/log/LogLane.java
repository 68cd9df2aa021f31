package outturn.runtime.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.engine.run.AttemptId;
import outturn.store.log.Chunk;
import outturn.store.log.LogStore;

/// Ships what attempts write: one insert for all of them each half second, and at once when an
/// attempt ends, since its end is reported after its last words are stored.
public final class LogLane {
  private static final Logger LOG = LoggerFactory.getLogger(LogLane.class);
  private static final Duration TICK = Duration.ofMillis(500);

  private final LogStore store;
  private final long mostBytes;
  private final InstantSource clock;
  private final Map<AttemptLog, List<CompletableFuture<Void>>> waiting = new LinkedHashMap<>();
  private final Semaphore ends = new Semaphore(0);

  /// @param mostBytes of one attempt's log
  public LogLane(LogStore store, long mostBytes, InstantSource clock) {
    this.store = store;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  /// Opens the log of an attempt that begins.
  public AttemptLog open(AttemptId attempt) {
    return new AttemptLog(attempt, this, mostBytes);
  }

  Instant now() {
    return clock.instant();
  }

  void written(AttemptLog log) {
    synchronized (waiting) {
      waiting.computeIfAbsent(log, _ -> new ArrayList<>());
    }
  }

  void finish(AttemptLog log) {
    var stored = new CompletableFuture<Void>();
    synchronized (waiting) {
      waiting.computeIfAbsent(log, _ -> new ArrayList<>()).add(stored);
    }
    ends.release();
    stored.join();
  }

  /// One pass: waits for the tick or the end of an attempt, and stores what has come. When the
  /// database is away, what was fetched is kept and tried again.
  public void step() throws InterruptedException {
    if (ends.tryAcquire(TICK.toMillis(), TimeUnit.MILLISECONDS)) ends.drainPermits();
    Map<AttemptLog, List<CompletableFuture<Void>>> taken;
    synchronized (waiting) {
      taken = new LinkedHashMap<>(waiting);
      waiting.clear();
    }
    if (taken.isEmpty()) return;
    var chunks = new ArrayList<Chunk>();
    taken.keySet().forEach(log -> chunks.addAll(log.fetch()));
    store(chunks);
    taken.values().forEach(all -> all.forEach(stored -> stored.complete(null)));
  }

  private void store(List<Chunk> chunks) throws InterruptedException {
    while (!chunks.isEmpty()) {
      try {
        store.append(chunks);
        return;
      } catch (RuntimeException failure) {
        LOG.warn("cannot store logs; trying again: {}", failure.getMessage());
        TimeUnit.SECONDS.sleep(1);
      }
    }
  }
}
