package outturn.runtime.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is seen of a folder: the files in it.
@FunctionalInterface
public interface FolderView {

  /// A file as it is now.
  record Found(String name, long size, Instant modified) {
    String path(String folder) {
      return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    /// Another content of the same file has another one.
    String key(String folder) {
      return "%s|%d|%s".formatted(path(folder), size, modified);
    }

    Map<String, Object> values(String folder) {
      return Map.of(
          "path", path(folder), "name", name, "size", size, "modified", modified.toString());
    }
  }

  /// The files of a folder; none when there is no such folder.
  ///
  /// @throws UncheckedIOException when it cannot be read
  List<Found> files(String folder);

  /// The folders of this host.
  static FolderView ofHost() {
    return FolderView::read;
  }

  private static List<Found> read(String folder) {
    var path = Path.of(folder);
    if (!Files.isDirectory(path)) return List.of();
    var found = new ArrayList<Found>();
    try (var files = Files.newDirectoryStream(path)) {
      for (var file : files) {
        try {
          var attributes = Files.readAttributes(file, BasicFileAttributes.class);
          if (!attributes.isRegularFile()) continue;
          var name = String.valueOf(file.getFileName());
          found.add(new Found(name, attributes.size(), attributes.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException gone) {
          // It was moved away just now.
        }
      }
      return found;
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the folder " + folder, failure);
    }
  }
}
