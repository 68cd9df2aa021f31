package outturn.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outturn.store.TestDatabase;
import outturn.store.database.ConnectionSettings;
import outturn.store.database.ReleasedSchemas;
import outturn.store.database.Schema;
import outturn.store.folder.CannotStart;

class RestoreTest {
  @TempDir Path folder;

  static List<String> versionsWithBackups() {
    return ReleasedSchemas.versions().stream()
        .filter(version -> Schema.compare(version, "6") >= 0)
        .toList();
  }

  private Path backup(ConnectionSettings settings) throws SQLException, IOException {
    var file = folder.resolve("backup.zip");
    try (var snapshot = Snapshot.take(settings);
        var out = Files.newOutputStream(file)) {
      snapshot.write(out);
    }
    return file;
  }

  private static void restore(Path file, ConnectionSettings settings)
      throws SQLException, IOException {
    try (var backup = BackupFile.open(file)) {
      new Restore(backup, settings).run();
    }
  }

  private static String one(ConnectionSettings settings, String query) throws SQLException {
    try (var connection = settings.connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }

  private static void execute(ConnectionSettings settings, String sql) throws SQLException {
    try (var connection = settings.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// A hash of the rows of each table.
  private static Map<String, String> hashes(ConnectionSettings settings) throws SQLException {
    var hashes = new TreeMap<String, String>();
    try (var connection = settings.connect()) {
      for (var table : Layout.of(connection).columns().entrySet()) {
        var columns = Layout.quoted(table.getValue());
        hashes.put(
            table.getKey(),
            one(
                settings,
                "select count(*) || md5(string_agg(r::text, '|' order by r::text)) from (select %s from %s) r"
                    .formatted(columns, table.getKey())));
      }
    }
    return hashes;
  }

  @ParameterizedTest
  @MethodSource("versionsWithBackups")
  void aBackupOfAnyReleasedVersionComesBackAndIsOfThisVersionThen(String version)
      throws SQLException, IOException {
    var original = ReleasedSchemas.filled(version);
    var target = TestDatabase.bare();
    restore(backup(original), target);
    new Schema(original).migrate();

    var expected = hashes(original);
    var found = hashes(target);
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    // What a copy is told anew.
    for (var settled :
        List.of("node", "partition", "pool_grant", "message", "cluster", "attempt", "audit")) {
      expected.remove(settled);
      found.remove(settled);
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void aCopyIsNoSecondAuthority() throws SQLException, IOException {
    var original = ReleasedSchemas.filled(ReleasedSchemas.versions().getLast());
    var target = TestDatabase.bare();
    restore(backup(original), target);

    assertThat(one(target, "select copy_of from cluster"))
        .isEqualTo(one(original, "select id from cluster"))
        .isNotEqualTo(one(target, "select id from cluster"));
    assertThat(one(target, "select held_since is not null from cluster")).isEqualTo("t");
    assertThat(
            one(
                target,
                "select string_agg(task || ' ' || state, ', ' order by task) from attempt where run = 4194305"))
        .isEqualTo("load lost, rest running");
    assertThat(one(target, "select count(*) from pool_grant")).isEqualTo("0");
    assertThat(one(target, "select bool_and(dead) from node")).isEqualTo("t");
    assertThat(one(target, "select count(*) from partition where owner is null and generation = 8"))
        .isEqualTo("64");
    assertThat(
            one(
                target,
                "insert into node (name, version, lease_until) values ('x', '', now()) returning incarnation"))
        .isEqualTo("2");
    assertThat(
            one(
                target,
                "select array_to_string(reloptions, ',') from pg_class where relname = 'run_early'"))
        .isEqualTo("fillfactor=85");
    assertThatThrownBy(() -> execute(target, "delete from audit"))
        .hasMessageContaining("append-only");
  }

  @Test
  void whatIsCommittedAfterTheBeginIsNotInIt() throws SQLException, IOException {
    var settings = ReleasedSchemas.filled(ReleasedSchemas.versions().getLast());
    var file = folder.resolve("moment.zip");
    try (var snapshot = Snapshot.take(settings);
        var out = Files.newOutputStream(file)) {
      execute(settings, "insert into refused_event (event, error) values ('late', 'x')");
      execute(settings, "delete from timer");
      var manifest = snapshot.write(out);
      assertThat(manifest.tables())
          .filteredOn(table -> List.of("refused_event", "timer").contains(table.name()))
          .extracting(Manifest.Table::rows)
          .containsExactly(1L, 1L);
    }
  }

  @Test
  void aDatabaseWithRowsIsRefusedAndKept() throws SQLException, IOException {
    var settings = ReleasedSchemas.filled(ReleasedSchemas.versions().getLast());
    var file = backup(settings);
    var before = hashes(settings);

    assertThatThrownBy(() -> restore(file, settings))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("is not empty");
    assertThat(hashes(settings)).isEqualTo(before);
  }

  @Test
  void aFailureInTheMiddleLeavesNoRowAndTheNextTryWorks() throws SQLException, IOException {
    var original = ReleasedSchemas.filled(ReleasedSchemas.versions().getLast());
    var file = backup(original);
    var target = TestDatabase.bare();
    new Schema(target).migrate();
    execute(target, "alter table users add constraint nobody check (name <> 'ada')");

    assertThatThrownBy(() -> restore(file, target)).hasMessageContaining("nobody");
    assertThat(one(target, "select count(*) from run")).isEqualTo("0");
    assertThat(one(target, "select count(*) from partition")).isEqualTo("64");
    execute(target, "alter table users drop constraint nobody");
    restore(file, target);
    assertThat(one(target, "select count(*) from run")).isEqualTo("3");
  }
}
