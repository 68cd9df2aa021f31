package outturn.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import outturn.store.embedded.EmbeddedPostgres;
import outturn.store.folder.DataFolder;

/// Removes a data folder, if it is one and nobody uses it.
final class DataFolders {
  private DataFolders() {}

  /// @throws IllegalArgumentException when the folder is something else
  static void remove(Path folder) {
    if (!Files.exists(folder)) return;
    // Taking it proves that it is a data folder and that no server works in it; starting and
    // closing
    // its PostgreSQL ends one that a killed server left behind.
    try (var taken = DataFolder.open(folder)) {
      if (Files.exists(taken.postgres().resolve("data"))) EmbeddedPostgres.start(taken).close();
    }
    try (var all = Files.walk(folder)) {
      for (var path : all.toList()) allowRemoval(path);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot remove " + folder, failure);
    }
  }

  private static void allowRemoval(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
