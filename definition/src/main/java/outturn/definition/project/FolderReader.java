package outturn.definition.project;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.TreeMap;
import outturn.definition.text.Position;
import outturn.definition.text.Problems;

/// Reads the files of a project's folder: all but hidden ones, within limits of size.
final class FolderReader extends SimpleFileVisitor<Path> {
  private static final long LARGEST_FILE = 1 << 20;
  private static final long LARGEST_PROJECT = 50L << 20;
  private static final int MOST_FILES = 20_000;

  private final Path root;
  private final Problems problems;
  private final TreeMap<String, byte[]> files = new TreeMap<>();
  private long total;

  private FolderReader(Path root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  static ProjectFiles read(Path folder, Problems problems) {
    var shown = folder.toString();
    if (!Files.isDirectory(folder)) {
      problems.add(Position.startOf(shown), "unreadable", "there is no folder " + shown);
      return new ProjectFiles(new TreeMap<>());
    }
    try {
      var root = folder.toRealPath();
      var reader = new FolderReader(root, problems);
      Files.walkFileTree(root, reader);
      return new ProjectFiles(reader.files);
    } catch (IOException failed) {
      problems.add(Position.startOf(shown), "unreadable", "cannot be read: " + failed);
      return new ProjectFiles(new TreeMap<>());
    }
  }

  private String name(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  private boolean hidden(Path path) {
    return !path.equals(root) && String.valueOf(path.getFileName()).startsWith(".");
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return hidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (hidden(file)) return FileVisitResult.CONTINUE;
    if (attributes.isSymbolicLink()) return visitLink(file);
    if (!attributes.isRegularFile()) {
      refuse(file, "not-a-file", "this is neither a file nor a folder");
      return FileVisitResult.CONTINUE;
    }
    return take(file, attributes.size());
  }

  private FileVisitResult visitLink(Path link) throws IOException {
    if (!Files.exists(link)) {
      refuse(link, "broken-link", "this link leads nowhere");
      return FileVisitResult.CONTINUE;
    }
    var target = link.toRealPath();
    if (!target.startsWith(root)) {
      refuse(link, "link-outside", "this link leaves the project");
      return FileVisitResult.CONTINUE;
    }
    if (!Files.isRegularFile(target)) {
      refuse(link, "link-to-folder", "only links to files are followed");
      return FileVisitResult.CONTINUE;
    }
    return take(link, Files.size(target));
  }

  private FileVisitResult take(Path file, long size) throws IOException {
    if (size > LARGEST_FILE) {
      refuse(file, "too-large", "a file may have 1 MB, this has %d bytes".formatted(size));
      return FileVisitResult.CONTINUE;
    }
    total += size;
    if (total > LARGEST_PROJECT || files.size() >= MOST_FILES) {
      refuse(
          file, "too-large", "a project may have 50 MB in 20,000 files; from here on it has more");
      return FileVisitResult.TERMINATE;
    }
    files.put(name(file), Files.readAllBytes(file));
    return FileVisitResult.CONTINUE;
  }

  private void refuse(Path file, String code, String message) {
    problems.add(
        Position.startOf(name(file)), code, message, "move it out of the project's folder");
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failed) {
    problems.add(Position.startOf(name(file)), "unreadable", "cannot be read: " + failed);
    return FileVisitResult.CONTINUE;
  }
}
