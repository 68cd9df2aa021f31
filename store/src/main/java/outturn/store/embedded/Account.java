package outturn.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// As whom PostgreSQL runs. It refuses to run as root, so a server of root needs somebody else.
sealed interface Account {
  /// What stands before a command so that it runs as this account.
  List<String> prefix();

  /// Makes this account the owner of a file or folder that the server just made.
  void own(Path path);

  /// The user of the server itself.
  record Own() implements Account {
    @Override
    public List<String> prefix() {
      return List.of();
    }

    @Override
    public void own(Path path) {}
  }

  /// Another user of the system: a real separation, if it can reach the data folder.
  record SystemUser(int uid, int gid) implements Account {
    @Override
    public List<String> prefix() {
      return List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--");
    }

    @Override
    public void own(Path path) {
      try {
        Files.setAttribute(path, "unix:gid", gid);
        Files.setAttribute(path, "unix:uid", uid);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /// Lets this user walk through the data folder, without seeing what is in it.
    void admit(Path dataFolder) {
      try {
        Files.setAttribute(dataFolder, "unix:gid", gid);
        Files.setPosixFilePermissions(dataFolder, PosixFilePermissions.fromString("rwx--x---"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Root without its powers: in a user namespace of its own, root's files belong to the given
  /// other uid.
  record Namespace(int uid) implements Account {
    @Override
    public List<String> prefix() {
      return List.of("unshare", "--user", "--map-user=" + uid, "--");
    }

    @Override
    public void own(Path path) {}
  }
}
