package outturn.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// The folder of the attempts' own folders: what an earlier server left in it is removed.
final class Scratch {
  private Scratch() {}

  static Path cleared(Path folder) {
    try (var left = Files.walk(folder)) {
      for (var path :
          left.filter(each -> !each.equals(folder)).sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
      return folder;
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot clear " + folder, failure);
    }
  }
}
