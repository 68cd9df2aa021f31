package outturn.tasks.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A pipe of the host, as two numbers of open files that no program started from here inherits.
record Pipe(int reading, int writing) implements AutoCloseable {
  private static final int CLOSE_ON_EXEC = 0x80000;

  private static final Pipe2 PIPE2 = CLibrary.function("pipe2", Pipe2.class);
  private static final Close CLOSE = CLibrary.function("close", Close.class);

  /// `pipe2(2)`.
  @FunctionalInterface
  public interface Pipe2 {
    int call(MemorySegment numbers, int flags);
  }

  /// `close(2)`.
  @FunctionalInterface
  public interface Close {
    int call(int number);
  }

  static Pipe open() throws IOException {
    try (var arena = Arena.ofConfined()) {
      var numbers = arena.allocate(ValueLayout.JAVA_INT, 2);
      if (PIPE2.call(numbers, CLOSE_ON_EXEC) != 0) {
        throw new IOException("no pipe for its output: this server has too many files open");
      }
      return new Pipe(
          numbers.getAtIndex(ValueLayout.JAVA_INT, 0), numbers.getAtIndex(ValueLayout.JAVA_INT, 1));
    }
  }

  /// Reads it, also when it is closed here; ends when nobody can write to it any more.
  InputStream source() throws IOException {
    return new FileInputStream("/proc/self/fd/" + reading);
  }

  @Override
  public void close() {
    CLOSE.call(reading);
    CLOSE.call(writing);
  }
}
