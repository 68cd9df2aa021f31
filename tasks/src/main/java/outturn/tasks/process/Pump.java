package outturn.tasks.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import outturn.spi.Log;

/// Carries one stream of a process to the log as bytes come, and remembers the last of them.
final class Pump {

  private static final int CHUNK = 8192;
  private static final int TAIL = 4096;
  private static final int LINES = 10;

  private final InputStream source;
  private final Log.Stream stream;
  private final Log log;
  private final CountDownLatch done = new CountDownLatch(1);
  private byte[] tail = new byte[0];
  private boolean open = true;

  private Pump(InputStream source, Log.Stream stream, Log log) {
    this.source = source;
    this.stream = stream;
    this.log = log;
  }

  static Pump start(InputStream source, Log.Stream stream, Log log) {
    var pump = new Pump(source, stream, log);
    ProcessThreads.ALL.execute(pump::pump);
    return pump;
  }

  /// Whether the stream ended within the limit.
  boolean isDoneWithin(Duration limit) throws InterruptedException {
    return done.await(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// Nothing goes to the log from now on.
  synchronized void close() {
    open = false;
  }

  /// The last lines; the first of them may have lost its beginning.
  synchronized String lastLines() {
    var text = new String(tail, StandardCharsets.UTF_8).strip();
    var lines = text.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
  }

  private void pump() {
    var chunk = new byte[CHUNK];
    try (source) {
      for (var length = source.read(chunk); length >= 0; length = source.read(chunk)) {
        if (!take(chunk, length)) return;
      }
    } catch (IOException _) {
      // The pipe was closed on this side, after the process had ended.
    } finally {
      done.countDown();
    }
  }

  private synchronized boolean take(byte[] chunk, int length) {
    if (!open) return false;
    var joined = Arrays.copyOf(tail, tail.length + length);
    System.arraycopy(chunk, 0, joined, tail.length, length);
    tail = Arrays.copyOfRange(joined, Math.max(0, joined.length - TAIL), joined.length);
    log.write(stream, chunk, 0, length);
    return true;
  }
}
