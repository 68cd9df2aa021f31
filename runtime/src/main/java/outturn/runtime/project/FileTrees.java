package outturn.runtime.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import outturn.store.project.ProjectReader;

/// The files of versions, laid out on this host once and read-only: the folder in which processes
/// run.
public final class FileTrees {
  private final Path root;
  private final ProjectReader store;
  private final Map<Long, Path> ready = new ConcurrentHashMap<>();

  public FileTrees(Path root, ProjectReader store) {
    this.root = root;
    this.store = store;
  }

  /// The folder with the files of a version.
  public Path of(long version) {
    return ready.computeIfAbsent(version, this::laidOut);
  }

  private Path laidOut(long version) {
    var place = root.resolve(Long.toString(version));
    if (Files.isDirectory(place)) return place;
    try {
      var fresh = Files.createTempDirectory(root, "new-");
      for (var file : store.files(version).entrySet()) write(fresh, file);
      setReadOnly(fresh);
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
      return place;
    } catch (FileAlreadyExistsException
        | DirectoryNotEmptyException
        | AtomicMoveNotSupportedException other) {
      return place;
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot lay out the files of version " + version, failure);
    }
  }

  private static void write(Path folder, Map.Entry<String, byte[]> file) throws IOException {
    var path = folder.resolve(file.getKey()).normalize();
    if (!path.startsWith(folder))
      throw new IOException("a path leaves the project: " + file.getKey());
    Files.createDirectories(path.getParent());
    Files.write(path, file.getValue());
    // A script is started by its name when it begins with #!.
    boolean script =
        file.getValue().length > 1 && file.getValue()[0] == '#' && file.getValue()[1] == '!';
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(script ? "r-xr-xr-x" : "r--r--r--"));
  }

  private static void setReadOnly(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var path :
          all.filter(Files::isDirectory).filter(each -> !each.equals(folder)).toList()) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r-xr-xr-x"));
      }
    }
  }
}
