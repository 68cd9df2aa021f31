package outturn.tasks.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// A process that [Spawn] has started. Its standard input is empty.
final class SpawnedProcess extends Process {
  private static final int SIGNALLED = 128;
  private static final WaitPid WAIT = CLibrary.function("waitpid", WaitPid.class);

  private final ProcessHandle handle;
  private final InputStream out;
  private final InputStream err;
  private final CompletableFuture<Integer> exit;

  /// `waitpid(2)`.
  @FunctionalInterface
  public interface WaitPid {
    int call(int pid, MemorySegment status, int options);
  }

  /// @param out what it writes to its standard output
  SpawnedProcess(int pid, InputStream out, InputStream err) {
    // Before it is waited for: until then the number is its own, even when it has ended.
    this.handle = ProcessHandle.of(pid).orElseThrow();
    this.out = out;
    this.err = err;
    this.exit = CompletableFuture.supplyAsync(() -> exitValue(pid), ProcessThreads.ALL);
  }

  /// Waits for its end, after which the number may be given to another process.
  private static int exitValue(int pid) {
    try (var arena = Arena.ofConfined()) {
      var status = arena.allocate(ValueLayout.JAVA_INT);
      if (WAIT.call(pid, status, 0) != pid) throw new IllegalStateException("not a child: " + pid);
      int value = status.get(ValueLayout.JAVA_INT, 0);
      int signal = value & 0x7f;
      return signal == 0 ? value >> 8 & 0xff : SIGNALLED + signal;
    }
  }

  @Override
  public ProcessHandle toHandle() {
    return handle;
  }

  @Override
  public long pid() {
    return handle.pid();
  }

  @Override
  public InputStream getInputStream() {
    return out;
  }

  @Override
  public InputStream getErrorStream() {
    return err;
  }

  @Override
  public OutputStream getOutputStream() {
    return OutputStream.nullOutputStream();
  }

  @Override
  public int waitFor() throws InterruptedException {
    try {
      return exit.get();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public int exitValue() {
    if (!exit.isDone()) throw new IllegalThreadStateException("it has not ended yet");
    return exit.join();
  }

  @Override
  public void destroy() {
    handle.destroy();
  }
}
