package outturn.server.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.server.Running;
import outturn.server.Settings;
import outturn.store.embedded.EmbeddedPostgres;
import outturn.store.embedded.OwnDatabase;
import outturn.store.folder.DataFolder;
import tools.jackson.databind.JsonNode;

/// A backup of a server with runs in flight, restored elsewhere.
class BackupTest {
  private static final String PROJECT =
      """
      kind: workflow
      name: quick
      tasks:
        first: {shell: "echo hello; echo x=1 > $OUTTURN_OUTPUTS", outputs: {x: int}}
        second: {needs: [first]}
      ---
      kind: workflow
      name: endless
      tasks:
        work: {shell: "sleep 300", repeatable: true}
        after: {needs: [work], run: ["true"]}
      ---
      kind: workflow
      name: resting
      tasks: {rest: {wait: {for: 1s}}, after: {needs: [rest], run: ["true"]}}
      ---
      kind: workflow
      name: ticking
      schedules: [{name: each-second, cron: "* * * * * *", whenRunning: allow}]
      tasks: {done: {}}
      """;

  @TempDir static Path folder;

  private static final Place ORIGINAL = Place.fresh();
  private static Path backup;
  private static String endless;
  private static String cancelled;
  private static List<String> quick = new ArrayList<>();
  private static List<JsonNode> ended = new ArrayList<>();

  /// A server that is busy while it is backed up.
  @BeforeAll
  static void backUp() {
    backup = folder.resolve("backup.zip");
    try (var server = LiveServer.start(ORIGINAL)) {
      var api = server.api();
      api.apply("work", PROJECT);
      api.secret("key-of-something", "s3cret-value");
      for (int i = 0; i < 20; i++) quick.add(api.start("quick"));
      quick.forEach(run -> ended.add(api.ended(run)));
      endless = api.start("endless");
      cancelled = api.start("endless");
      api.task(endless, "work", "running");
      api.task(cancelled, "work", "running");
      for (int i = 0; i < 50; i++) api.start("resting");

      var said = server.says("backup", backup.toString());
      assertThat(said.code()).as(said.err()).isZero();
      assertThat(said.out()).contains("backup.zip: ").contains("tables as at");
      assertThat(said.err()).contains("secrets.key");
      var again = server.says("backup", backup.toString());
      assertThat(again.code()).isEqualTo(1);
      assertThat(again.err()).contains("is there already");
    }
  }

  @AfterAll
  static void remove() {
    ORIGINAL.remove();
  }

  @Test
  void theFileIsItsOwnersAloneAndHasNoSecretsKey() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
        .isEqualTo("rw-------");
    var key = Files.readString(ORIGINAL.folder().resolve("secrets.key")).strip();
    try (var zip = new ZipFile(backup.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        try (var in = zip.getInputStream(entry)) {
          assertThat(new String(in.readAllBytes(), ISO_8859_1))
              .doesNotContain(key)
              .doesNotContain("s3cret-value");
        }
      }
    }
  }

  @Test
  void aRestoredDataFolderIsHeldAndThenGoesOn() throws IOException {
    var place = Place.fresh();
    var said = new Shell(place).run("restore", backup.toString());
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).contains("is whole").contains("outturn resume");
    var again = new Shell(place).run("restore", backup.toString());
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("is not empty").contains("nothing was changed");
    Files.copy(ORIGINAL.folder().resolve("secrets.key"), place.folder().resolve("secrets.key"));
    try (var copy = LiveServer.start(place)) {
      looksAsTheOriginalDid(copy.api());
      isHeld(copy);
      goesOn(copy);
      assertThat(copy.running().server().secrets().get("key-of-something"))
          .contains("s3cret-value");
    } finally {
      place.remove();
    }
  }

  @Test
  void aRestoredOutsideDatabaseIsHeldAndThenGoesOn() throws Exception {
    var outside = Place.fresh();
    var place = Place.fresh();
    try (var data = DataFolder.open(outside.folder());
        var postgres = EmbeddedPostgres.start(data)) {
      var own = OwnDatabase.make(postgres.connection(), "outturn_copy", "letters1");
      var url = own.jdbcUrl().replace("jdbc:postgresql://", "postgresql://outturn_copy:letters1@");
      var said = new Shell(place).run("restore", backup.toString(), "--database", url);
      assertThat(said.code()).as(said.err()).isZero();

      var settings =
          new Settings(
              place.folder(),
              new Settings.Address("127.0.0.1", 0),
              Optional.of(url),
              Settings.usualSlots(2),
              Duration.ofSeconds(2),
              LiveServer.FAULTS,
              Settings.Serving.USUAL);
      try (var running = Running.start(settings, InstantSource.system())) {
        var copy = new LiveServer(place, running);
        looksAsTheOriginalDid(copy.api());
        isHeld(copy);
        goesOn(copy);
      }
    } finally {
      outside.remove();
      place.remove();
    }
  }

  private static void looksAsTheOriginalDid(Api api) {
    assertThat(ended).isEqualTo(quick.stream().map(api::run).toList());
    assertThat(api.get("/runs/" + quick.getFirst() + "/logs").good().toString()).contains("hello");
    assertThat(api.all("/projects")).hasSize(1);
    assertThat(api.all("/secrets")).hasSize(1);
  }

  private static void isHeld(LiveServer copy) {
    var api = copy.api();
    assertThat(api.health().path("status").asString()).isEqualTo("held");
    assertThat(api.health().path("heldSince").asString()).isNotEmpty();
    var why = copy.says("why", endless).out();
    assertThat(why).contains("is a copy that was restored at").contains("was lost");
    var kinds =
        api.get("/runs/" + endless + "/why").good().path("reasons").findValuesAsString("kind");
    assertThat(kinds).contains("hold", "lost-needs-decision");
    assertThat(copy.says("workflows").out()).contains("held");
    var started = api.start("quick");
    var ticks = ticks(api);
    assertThat(copy.says("cancel", cancelled).code()).isZero();
    api.ended(cancelled);
    assertThat(api.state(started)).isEqualTo("running");
    assertThat(Api.task(api.run(started), "first").path("attempts")).isEmpty();
    assertThat(ticks(api)).isEqualTo(ticks);
  }

  private static List<String> ticks(Api api) {
    return api.get("/workflows/ticking").good().path("occurrences").findValuesAsString("due");
  }

  private static void goesOn(LiveServer copy) {
    var api = copy.api();
    var ticks = ticks(api);
    assertThat(copy.says("resume").out()).isEqualTo("the server goes on\n");
    // The state of runs is read anew, without the hold.
    Patience.until(
        "the server decides", api::health, now -> now.path("status").asString().equals("ok"));
    assertThat(copy.says("resume").out()).isEqualTo("nothing is held\n");
    Patience.until("schedules start runs", () -> ticks(api), now -> !now.equals(ticks));
    for (var run : api.all("/runs?workflow=resting")) {
      endsOrAsks(api, run.path("id").asString());
    }
    var why = api.get("/runs/" + endless + "/why").good();
    assertThat(why.path("reasons").findValuesAsString("kind")).contains("lost-needs-decision");
    assertThat(Api.task(api.run(endless), "work").path("attempts")).hasSize(1);
    var last = api.all("/runs?workflow=quick").getFirst().path("id").asString();
    assertThat(api.ended(last).path("state").asString()).isEqualTo("succeeded");
  }

  /// A run whose last task was under way in the moment of the backup asks; all others end.
  private static void endsOrAsks(Api api, String run) {
    Patience.until(
        "run %s ends or asks".formatted(run),
        () -> api.get("/runs/" + run + "/why").good(),
        why ->
            why.path("state").asString().equals("succeeded")
                || why.path("reasons").findValuesAsString("kind").contains("lost-needs-decision"));
  }

  @Test
  void whatIsNotAWholeBackupIsRefusedBeforeAnythingChanges() throws IOException {
    var place = Place.fresh();
    var shell = new Shell(place);
    var bytes = Files.readAllBytes(backup);
    var truncated = folder.resolve("truncated.zip");
    Files.write(truncated, Arrays.copyOf(bytes, bytes.length * 2 / 3));
    var damaged = folder.resolve("damaged.zip");
    Files.write(damaged, bytes);
    try (var file = new RandomAccessFile(damaged.toFile(), "rw")) {
      // In the rows of a table, some bytes after the name of its entry.
      int inside = new String(bytes, ISO_8859_1).indexOf("tables/attempt.copy") + 100;
      file.seek(inside);
      file.write(bytes[inside] ^ 0x10);
    }
    var text = Files.writeString(folder.resolve("note.txt"), "not a backup");

    for (var wrong : List.of(truncated, damaged, text, folder.resolve("absent.zip"))) {
      var said = shell.run("restore", wrong.toString());
      assertThat(said.code()).as(wrong.toString()).isEqualTo(1);
      assertThat(said.err()).contains("nothing was changed");
    }
    assertThat(place.folder().resolve("postgres/data")).doesNotExist();
    assertThat(shell.run("restore", backup.toString(), "--check").out()).contains("is whole");
    assertThat(place.folder().resolve("postgres/data")).doesNotExist();
    assertThat(shell.run("restore", backup.toString(), "--database", "http://x").code())
        .isEqualTo(1);
    assertThat(shell.run("restore", backup.toString(), "--data", "x", "--database", "y").code())
        .isEqualTo(2);
    place.remove();
  }

  @Test
  void onlyAnAdministratorGetsABackup() {
    var place = Place.fresh();
    try (var server = LiveServer.start(place)) {
      var api = server.api();
      var token =
          api.post("/users", Map.of("name", "ed", "role", "editor"))
              .good()
              .path("token")
              .asString();
      var editor = new Api(api.url(), token);
      assertThat(editor.get("/backup").status()).isEqualTo(403);
      assertThat(editor.post("/resume", Map.of()).status()).isEqualTo(403);
    } finally {
      place.remove();
    }
  }
}
