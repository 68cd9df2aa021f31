package outturn.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outturn.store.folder.CannotStart;
import outturn.store.folder.DataFolder;

/// Finds the account that PostgreSQL runs as in a data folder.
final class Accounts {
  private static final int ROOT = 0;

  // The uid that stands for "nobody" in every Linux; initdb wants one that has a name.
  private static final int NOBODY = 65534;

  private final DataFolder folder;
  private final Binaries binaries;

  Accounts(DataFolder folder, Binaries binaries) {
    this.folder = folder;
    this.binaries = binaries;
  }

  /// Whoever the data belongs to; for a new folder the first candidate that works.
  Account choose(Path data) {
    if (serverUid() != ROOT) {
      return new Account.Own();
    }
    if (Files.exists(data)) {
      var owner = (int) attribute(data, "unix:uid");
      return owner == ROOT
          ? new Account.Namespace(NOBODY)
          : new Account.SystemUser(owner, (int) attribute(data, "unix:gid"));
    }
    return firstThatWorks(candidates());
  }

  /// Dedicated users first, since they are truly separate; "nobody" last, since others may use it
  /// too.
  List<Account> candidates() {
    var candidates = new ArrayList<Account>();
    user("outturn").ifPresent(candidates::add);
    user("postgres").ifPresent(candidates::add);
    candidates.add(new Account.Namespace(NOBODY));
    user("nobody").ifPresent(candidates::add);
    return candidates;
  }

  Account firstThatWorks(List<Account> candidates) {
    return candidates.stream()
        .filter(this::works)
        .findFirst()
        .orElseThrow(() ->
            new CannotStart(
                """
                PostgreSQL does not run as root, and %s cannot be given to another user here: start Outturn as an \
                ordinary user, or add a system user "outturn" that can reach the folder, or allow user namespaces\
                """
                    .formatted(folder.path())));
  }

  private boolean works(Account account) {
    var reaches =
        Program.of(
            account,
            Path.of("test"),
            "-w",
            folder.postgres().toString(),
            "-a",
            "-x",
            binaries.program("postgres").toString());
    return switch (account) {
      case Account.Own _, Account.Namespace _ -> reaches.works();
      case Account.SystemUser user -> {
        user.admit(folder.path());
        user.own(folder.postgres());
        var works = reaches.works();
        if (!works) {
          takeBack();
        }
        yield works;
      }
    };
  }

  private void takeBack() {
    try {
      var root = new Account.SystemUser(ROOT, ROOT);
      root.own(folder.postgres());
      root.own(folder.path());
      Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // A file that this process makes says who it is.
  private int serverUid() {
    try {
      var mine = Files.createTempFile(folder.scratch(), "owner", "");
      var uid = (int) attribute(mine, "unix:uid");
      Files.delete(mine);
      return uid;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object attribute(Path path, String name) {
    try {
      return Files.getAttribute(path, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Account> user(String name) {
    try (var lines = Files.lines(Path.of("/etc/passwd"))) {
      return lines
          .map(line -> line.split(":", -1))
          .filter(fields -> fields.length > 3 && fields[0].equals(name))
          .<Account>map(fields ->
              new Account.SystemUser(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
