package outturn.store.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The messages of PostgreSQL, in at most two files of a limited size.
record LogFile(Path path) {
  private static final long LIMIT = 8 << 20;
  private static final int TAIL = 2_000;

  /// Copies a full log aside and empties it. PostgreSQL holds the file open and appends, so it goes
  /// on at the beginning.
  void limit() {
    limit(LIMIT);
  }

  void limit(long bytes) {
    try {
      if (!Files.exists(path) || Files.size(path) < bytes) {
        return;
      }
      Files.copy(
          path,
          path.resolveSibling(path.getFileName() + ".1"),
          StandardCopyOption.REPLACE_EXISTING);
      try (var file = new RandomAccessFile(path.toFile(), "rw")) {
        file.setLength(0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long size() {
    try {
      return Files.exists(path) ? Files.size(path) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What was written after the log had the given size, at most its last lines: for an error
  /// message.
  String since(long size) {
    if (!Files.exists(path)) {
      return "";
    }
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      file.seek(Math.max(Math.min(size, file.length()), file.length() - TAIL));
      var bytes = new byte[TAIL];
      var read = Math.max(0, file.read(bytes));
      return new String(bytes, 0, read, UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
