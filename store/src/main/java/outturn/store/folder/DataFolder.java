package outturn.store.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The folder that a server keeps everything in, held by one server at a time.
///
/// ```
/// DIR/                 0700
///   lock               held while a server runs; contains its process id
///   node-id            who this server is, for ever
///   admin-token        0600, an API token of the administrator
///   secrets.key        0600, the key of the secrets; never in a backup
///   postgres/          the embedded PostgreSQL
///   files/             artifacts
///   scratch/           working folders of tasks
///   logs/              the server's own log
/// ```
public final class DataFolder implements AutoCloseable {
  private static final String NODE_ID = "node-id";

  private static final String SECRETS_KEY = "secrets.key";

  // What may lie in a folder that counts as empty: our own lock, the key that somebody brought from
  // another server, and what mkfs leaves on a fresh volume.
  private static final Set<String> NOTHING = Set.of(FolderLock.NAME, SECRETS_KEY, "lost+found");

  private final Path path;
  private final FolderLock lock;
  private final String nodeId;

  private DataFolder(Path path, FolderLock lock, String nodeId) {
    this.path = path;
    this.lock = lock;
    this.nodeId = nodeId;
  }

  /// Takes the folder, made if absent; throws [CannotStart] when it is in use, not writable or not
  /// a data folder.
  public static DataFolder open(Path path) {
    try {
      create(path);
      var real = path.toRealPath();
      refuseForeign(real);
      return hold(real, FolderLock.take(real));
    } catch (AccessDeniedException e) {
      throw new CannotStart(
          "%s: user %s may not read and write it; give it to that user, or choose another data folder"
              .formatted(e.getFile(), System.getProperty("user.name")),
          e);
    } catch (FileSystemException e) {
      throw new CannotStart("data folder %s: %s".formatted(path, e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void create(Path path) throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new CannotStart("%s is not a folder: choose another data folder".formatted(path));
    }
    if (!Files.exists(path)) {
      var parent = path.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createDirectory(path);
      keepPrivate(path);
    }
  }

  private static void refuseForeign(Path path) throws IOException {
    if (Files.exists(path.resolve(NODE_ID))) {
      return;
    }
    try (var entries = Files.list(path)) {
      var found = entries.map(e -> e.getFileName().toString()).collect(Collectors.toSet());
      if (!NOTHING.containsAll(found)) {
        throw new CannotStart(
            "%s is not empty and not a data folder of Outturn (it has no file %s): choose an empty or a new folder"
                .formatted(path, NODE_ID));
      }
    }
  }

  private static DataFolder hold(Path path, FolderLock lock) throws IOException {
    try {
      var node = new PrivateFile(path.resolve(NODE_ID));
      if (node.read().isEmpty()) {
        keepPrivate(path);
        node.write(UUID.randomUUID().toString());
      }
      var folder = new DataFolder(path, lock, node.read().orElseThrow());
      for (var inner : Set.of(folder.files(), folder.scratch(), folder.logs(), folder.postgres())) {
        if (!Files.exists(inner)) {
          keepPrivate(Files.createDirectory(inner));
        }
      }
      return folder;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static void keepPrivate(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  /// Absolute, without symbolic links.
  public Path path() {
    return path;
  }

  public String nodeId() {
    return nodeId;
  }

  public Path postgres() {
    return path.resolve("postgres");
  }

  public Path files() {
    return path.resolve("files");
  }

  public Path scratch() {
    return path.resolve("scratch");
  }

  public Path logs() {
    return path.resolve("logs");
  }

  public PrivateFile adminToken() {
    return new PrivateFile(path.resolve("admin-token"));
  }

  public PrivateFile secretsKey() {
    return new PrivateFile(path.resolve(SECRETS_KEY));
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
