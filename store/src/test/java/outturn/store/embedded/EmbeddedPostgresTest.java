package outturn.store.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.store.TestDatabase;
import outturn.store.database.ConnectionSettings;
import outturn.store.folder.CannotStart;
import outturn.store.folder.DataFolder;
import outturn.store.folder.PrivateFile;

class EmbeddedPostgresTest {
  private static final Path PLACE = Path.of("target", "a path with spaces", "data");

  private DataFolder folder;
  private EmbeddedPostgres postgres;

  @BeforeAll
  static void removeOld() {
    FolderTree.remove(PLACE.getParent());
  }

  @BeforeEach
  void start() throws SQLException {
    folder = DataFolder.open(PLACE);
    postgres = EmbeddedPostgres.start(folder, TestDatabase.programs());
    query("create table if not exists kept (answer int)");
  }

  @AfterEach
  void stop() {
    postgres.close();
    folder.close();
  }

  @AfterAll
  static void clean() {
    FolderTree.remove(PLACE.getParent());
  }

  private void startAgain() {
    postgres = EmbeddedPostgres.start(folder, TestDatabase.programs());
  }

  private String query(String sql) throws SQLException {
    try (var connection = postgres.connection().connect();
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (var rows = statement.getResultSet()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private Path data() {
    return EmbeddedPostgres.dataIn(folder);
  }

  // An ended process that nobody has waited for still has an id, but no program.
  private static boolean runs(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().command()).isPresent();
  }

  private long pid() {
    return Postmaster.of(data()).orElseThrow().pid();
  }

  @Test
  void dataIsThereAfterAStopAndAStart() throws SQLException {
    query("insert into kept values (1848)");

    postgres.close();
    assertThat(Postmaster.of(data())).isEmpty();
    startAgain();

    assertThat(query("select count(*) from kept where answer = 1848")).isEqualTo("1");
  }

  @Test
  void itIsSafeSmallAndPrivate() throws SQLException {
    var settings =
        """
        select string_agg(name || '=' || current_setting(name), ', ' order by name) from pg_settings
        where name in ('fsync', 'synchronous_commit', 'data_checksums', 'listen_addresses', 'jit',
          'unix_socket_directories', 'password_encryption', 'max_connections', 'shared_buffers')
        """;
    assertThat(query(settings))
        .isEqualTo(
            """
            data_checksums=on, fsync=on, jit=off, listen_addresses=127.0.0.1, max_connections=40, \
            password_encryption=scram-sha-256, shared_buffers=64MB, synchronous_commit=on, \
            unix_socket_directories=\
            """);
  }

  @Test
  void textSortsByTheBuiltinLocale() throws SQLException {
    var locale =
        query(
            """
            select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()
            """);
    assertThat(locale).isEqualTo("b C.UTF-8");
  }

  @Test
  void nobodyComesInWithoutThePassword() throws Exception {
    var file = folder.postgres().resolve("password");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    var right = postgres.connection();
    var wrong = new ConnectionSettings(right.jdbcUrl(), right.user(), "wrong");

    assertThatThrownBy(wrong::connect).hasMessageContaining("password authentication failed");
    assertThat(right.toString()).doesNotContain(right.password());
  }

  // In the line of /proc/PID/stat the session is the fourth word after the name in brackets.
  @Test
  void aCtrlCForTheServerDoesNotReachIt() throws Exception {
    var stat = Files.readString(Path.of("/proc", Long.toString(pid()), "stat"));
    var session = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3];
    assertThat(session).isEqualTo(Long.toString(pid()));
  }

  @Test
  void thePostgresOfAKilledServerIsTakenOver() throws Exception {
    var other = PLACE.resolveSibling("killed");
    kill(other);
    folder.close();
    postgres.close();

    folder = DataFolder.open(other);
    var left = pid();
    startAgain();

    assertThat(pid()).isEqualTo(left);
    assertThat(query("select answer from kept")).isEqualTo("42");
    postgres.close();
    assertThat(runs(left)).isFalse();
  }

  // The environment is hostile on purpose.
  private static void kill(Path data) throws Exception {
    var libraries = Files.createDirectories(PLACE.resolveSibling("libraries"));
    for (var name : new String[] {"libpq.so.5", "libz.so.1", "libssl.so.1.1"}) {
      Files.writeString(libraries.resolve(name), "not a library");
    }
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                KilledServer.class.getName(),
                data.toString(),
                TestDatabase.programs().toString())
            .inheritIO();
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    environment.put("LD_LIBRARY_PATH", libraries.toAbsolutePath().toString());
    environment.put("PGPORT", "1");
    environment.put("PGDATA", "/nowhere");
    var process = builder.start();
    assertThat(process.waitFor(60, SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(9);
  }

  @Test
  void aLeftPostgresWithOtherSettingsIsReplaced() throws Exception {
    var left = pid();
    Files.writeString(data().resolve("postgresql.conf"), "# of an earlier Outturn\n");

    startAgain();

    assertThat(runs(left)).isFalse();
    assertThat(query("show jit")).isEqualTo("off");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ended", "another's"})
  void aProcessFileOfACrashIsNoObstacle(String process) throws SQLException, IOException {
    var lines = Files.readAllLines(data().resolve("postmaster.pid"));
    postgres.close();
    lines.set(
        0, process.equals("ended") ? "2147483640" : Long.toString(ProcessHandle.current().pid()));
    Files.write(data().resolve("postmaster.pid"), lines);

    startAgain();

    assertThat(query("select 1")).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lost", "changed"})
  void aPasswordFileThatWasLostOrChangedIsNoLossOfData(String what) throws Exception {
    query("insert into kept values (1871)");
    postgres.close();
    var file = folder.postgres().resolve("password");
    Files.delete(file);
    if (what.equals("changed")) {
      new PrivateFile(file).write("it's another");
    }

    startAgain();

    assertThat(postgres.connection().password()).isEqualTo(Files.readString(file).strip());
    assertThat(query("select count(*) from kept where answer = 1871")).isNotEqualTo("0");
  }

  @Test
  void aDeadPostgresIsStartedAgainOnItsPort() throws Exception {
    query("insert into kept values (1914)");
    assertThat(postgres.restartIfDead()).isFalse();
    var before = postgres.connection();
    var process = ProcessHandle.of(pid()).orElseThrow();
    process.destroyForcibly();
    while (runs(process.pid())) {
      Thread.onSpinWait();
    }

    assertThat(postgres.restartIfDead()).isTrue();

    assertThat(postgres.connection()).isEqualTo(before);
    assertThat(query("select count(*) from kept where answer = 1914")).isEqualTo("1");
    assertThat(postgres.restartIfDead()).isFalse();
  }

  @Test
  void aClosedPostgresStaysClosed() {
    postgres.close();

    assertThat(postgres.restartIfDead()).isFalse();
    assertThat(Postmaster.of(data())).isEmpty();
  }

  @Test
  void theDataOfAnotherMajorVersionIsRefused() throws Exception {
    postgres.close();
    var version = data().resolve("PG_VERSION");
    var right = Files.readString(version);
    Files.writeString(version, "17\n");

    assertThatThrownBy(this::startAgain)
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("was written by PostgreSQL 17 and this Outturn has PostgreSQL 18")
        .hasMessageContaining("outturn backup");
    Files.writeString(version, right);
  }

  @Test
  void aPathThatAShellWouldReadIsRefused() {
    var odd = PLACE.resolveSibling("$HOME");
    try (var other = DataFolder.open(odd)) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(other))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("choose a data folder without");
    }
  }
}
