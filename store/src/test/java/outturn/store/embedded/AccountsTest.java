package outturn.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.store.TestDatabase;
import outturn.store.folder.CannotStart;
import outturn.store.folder.DataFolder;

/// What PostgreSQL runs as when the server is root; as another user there is nothing to choose.
class AccountsTest {
  private static final Path PLACE = Path.of("target", "accounts");

  private final Binaries binaries = Binaries.unpack(TestDatabase.programs());
  private DataFolder folder;
  private Accounts accounts;

  @BeforeEach
  void open() {
    assumeTrue(System.getProperty("user.name").equals("root"), "needs root");
    FolderTree.remove(PLACE);
    folder = DataFolder.open(PLACE);
    accounts = new Accounts(folder, binaries);
  }

  @AfterEach
  void remove() {
    if (folder != null) {
      folder.close();
      FolderTree.remove(PLACE);
    }
  }

  @Test
  void rootInANamespaceWorksInAPrivateFolder() throws Exception {
    var namespace =
        accounts.candidates().stream().filter(Account.Namespace.class::isInstance).toList();
    assumeTrue(Program.of(namespace.getFirst(), Path.of("true")).works(), "needs user namespaces");

    runAs(accounts.firstThatWorks(namespace));

    assertThat(Files.getAttribute(EmbeddedPostgres.dataIn(folder), "unix:uid")).isEqualTo(0);
    assertThat(accounts.choose(EmbeddedPostgres.dataIn(folder))).isEqualTo(namespace.getFirst());
    assertThat(permissions(folder.path())).isEqualTo("rwx------");
  }

  @Test
  void aSystemUserOwnsTheDataAndSeesNothingElse() throws Exception {
    var user = accounts.candidates().stream().filter(Account.SystemUser.class::isInstance).toList();
    assumeTrue(
        !user.isEmpty() && reaches(user.getFirst()), "needs a system user that reaches target");

    runAs(accounts.firstThatWorks(user));

    var data = EmbeddedPostgres.dataIn(folder);
    assertThat(Files.getAttribute(data, "unix:uid")).isNotEqualTo(0);
    assertThat(accounts.choose(data)).isEqualTo(user.getFirst());
    assertThat(permissions(folder.path())).isEqualTo("rwx--x---");
    assertThat(Program.of(user.getFirst(), Path.of("ls"), folder.path().toString()).works())
        .isFalse();
  }

  @Test
  void aFolderThatAUserCannotReachIsLeftAsItWas() throws Exception {
    var closed = new Account.SystemUser(65_533, 65_533);
    Files.setPosixFilePermissions(PLACE, PosixFilePermissions.fromString("rwx------"));
    var unreachable = DataFolder.open(PLACE.resolve("postgres"));

    assertThatThrownBy(() -> new Accounts(unreachable, binaries).firstThatWorks(List.of(closed)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("PostgreSQL does not run as root")
        .hasMessageContaining("add a system user");

    assertThat(Files.getAttribute(unreachable.postgres(), "unix:uid")).isEqualTo(0);
    assertThat(permissions(unreachable.path())).isEqualTo("rwx------");
    unreachable.close();
  }

  private static boolean reaches(Account user) {
    return Program.of(user, Path.of("test"), "-x", PLACE.toAbsolutePath().getParent().toString())
        .works();
  }

  private void runAs(Account account) throws Exception {
    try (var postgres = EmbeddedPostgres.start(folder, binaries, account);
        var connection = postgres.connection().connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("show data_directory")) {
      rows.next();
      assertThat(rows.getString(1)).isEqualTo(EmbeddedPostgres.dataIn(folder).toString());
    }
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
