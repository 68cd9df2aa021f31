package outturn.store.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.engine.run.Partition;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;
import outturn.store.json.Json;
import outturn.store.project.Folder.ScheduleText;

class ProjectStoreTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
  private static final ObjectName LOAD = new ObjectName("workflow", "load");
  private static final ObjectName SEND = new ObjectName("workflow", "send");
  private static final ObjectName BOOKS = new ObjectName("pool", "books");

  private static TestDatabase database;
  private static Jdbi jdbi;
  private ProjectStore store;
  private ProjectReader reader;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    jdbi = database.database().jdbi(Lane.API);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void empty() {
    jdbi.useHandle(handle ->
        handle.execute("truncate project_version, content, message restart identity cascade"));
    store = new ProjectStore(jdbi);
    reader = new ProjectReader(jdbi);
  }

  @Test
  void aFirstApplyMakesVersionOne() {
    var folder = Written.project("pay").workflow("load", "nightly").pool("books", 3).folder();

    var version = made(store.apply(folder, 0, Prune.KEEP, "ann", MONDAY)).version();

    assertThat(version)
        .isEqualTo(new ProjectVersion(version.id(), "pay", 1, folder.hash(), MONDAY, "ann"));
    assertThat(reader.current("pay")).hasValue(version);
    assertThat(reader.version(version.id())).hasValue(version);
    assertThat(reader.projects()).containsExactly(version);
    assertThat(reader.inForce())
        .containsExactly(
            new ObjectInForce(BOOKS, "pay", version.id()),
            new ObjectInForce(LOAD, "pay", version.id()));
    assertThat(reader.pools("pay")).isEqualTo(Map.of("books", 3));
    assertThat(reader.schedules("pay"))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
        .containsExactly(
            new ScheduleInForce(
                0, "load", "nightly", "every night", MONDAY, version.id(), Optional.empty()));
  }

  @Test
  void filesReturnAsTheyWere() {
    var binary = new byte[256];
    for (int at = 0; at < binary.length; at++) binary[at] = (byte) at;
    var folder =
        Written.project("pay")
            .file("sql/pay.sql", "select 1".getBytes(UTF_8))
            .file("sql/same.sql", "select 1".getBytes(UTF_8))
            .file("empty", new byte[0])
            .file("logo.png", binary)
            .folder();

    var version = made(store.apply(folder, 0, Prune.KEEP, "ann", MONDAY)).version();

    assertThat(reader.files(version.id())).containsExactlyInAnyOrderEntriesOf(folder.files());
    assertThat(reader.files(version.id() + 1)).isEmpty();
    assertThat(count("content")).isEqualTo(3);
  }

  @Test
  void theSameFolderMakesNoVersion() {
    var folder = Written.project("pay").workflow("load", "nightly").folder();
    var first = made(store.apply(folder, 0, Prune.KEEP, "ann", MONDAY)).version();

    assertThat(store.apply(folder, 1, Prune.KEEP, "bob", TUESDAY))
        .isEqualTo(new Applied.Unchanged(first));
    assertThat(store.apply(folder, 1, Prune.REMOVE, "bob", TUESDAY))
        .isEqualTo(new Applied.Unchanged(first));
    assertThat(reader.history("pay")).containsExactly(first);
    assertThat(count("message")).isEqualTo(1);
  }

  @Test
  void aPlanOfAnotherVersionIsRefused() {
    var folder = Written.project("pay").workflow("load").folder();

    assertThat(store.apply(folder, 1, Prune.KEEP, "ann", MONDAY)).isEqualTo(new Applied.Moved(0));
    store.apply(folder, 0, Prune.KEEP, "ann", MONDAY);
    assertThat(store.apply(folder, 0, Prune.KEEP, "ann", MONDAY)).isEqualTo(new Applied.Moved(1));
    assertThat(reader.history("pay")).hasSize(1);
  }

  @Test
  void ofAppliesAtOnceOneIsMade() {
    var answers =
        IntStream.range(0, 6)
            .mapToObj(n -> Written.project("pay").workflow("w" + n).folder())
            .map(folder ->
                CompletableFuture.supplyAsync(
                    () -> store.apply(folder, 0, Prune.KEEP, "ann", MONDAY)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).filteredOn(Applied.Made.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(new Applied.Moved(1)::equals).hasSize(5);
    assertThat(reader.inForce()).hasSize(1);
  }

  @Test
  void ofProjectsThatWantANameAtOnceOneHasIt() {
    var answers =
        IntStream.range(0, 6)
            .mapToObj(n -> Written.project("p" + n).workflow("load").folder())
            .map(folder ->
                CompletableFuture.supplyAsync(
                    () -> store.apply(folder, 0, Prune.KEEP, "ann", MONDAY)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).filteredOn(Applied.Made.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Applied.Taken.class::isInstance).hasSize(5);
  }

  @Test
  void allNamesOfOthersAreListed() {
    var pay =
        made(store.apply(
                Written.project("pay").workflow("load").workflow("send").pool("books", 1).folder(),
                0,
                Prune.KEEP,
                "ann",
                MONDAY))
            .version();
    var other = Written.project("other").workflow("send").pool("books", 9).workflow("own").folder();

    assertThat(store.apply(other, 0, Prune.KEEP, "ann", MONDAY))
        .isEqualTo(
            new Applied.Taken(
                List.of(
                    new ObjectInForce(BOOKS, "pay", pay.id()),
                    new ObjectInForce(SEND, "pay", pay.id()))));
    assertThat(reader.current("other")).isEmpty();
    assertThat(reader.pools("pay")).isEqualTo(Map.of("books", 1));
  }

  @Test
  void withoutPruneWhatHasGoneStaysAtItsVersion() {
    var first =
        apply(
                Written.project("pay")
                    .workflow("load", "nightly")
                    .pool("books", 3)
                    .workflow("send"),
                0,
                Prune.KEEP)
            .version();
    var second = apply(Written.project("pay").workflow("send"), 1, Prune.KEEP).version();

    assertThat(reader.inForce())
        .containsExactly(
            new ObjectInForce(BOOKS, "pay", first.id()),
            new ObjectInForce(LOAD, "pay", first.id()),
            new ObjectInForce(SEND, "pay", second.id()));
    assertThat(reader.pools("pay")).isEqualTo(Map.of("books", 3));
    assertThat(reader.schedules("pay"))
        .extracting(ScheduleInForce::name, ScheduleInForce::version)
        .containsExactly(tuple("nightly", first.id()));
  }

  @Test
  void withPruneWhatHasGoneIsRemoved() {
    apply(Written.project("other").workflow("else", "daily").pool("desks", 1), 0, Prune.KEEP);
    apply(
        Written.project("pay").workflow("load", "nightly").pool("books", 3).workflow("send"),
        0,
        Prune.KEEP);
    apply(Written.project("pay").workflow("send"), 1, Prune.KEEP);

    var answer = apply(Written.project("pay").workflow("send"), 2, Prune.REMOVE);

    assertThat(answer.version().number()).isEqualTo(3);
    assertThat(answer.removed()).containsExactly(BOOKS, LOAD);
    assertThat(reader.inForce())
        .extracting(ObjectInForce::name)
        .containsExactly(new ObjectName("pool", "desks"), new ObjectName("workflow", "else"), SEND);
    assertThat(reader.pools("pay")).isEmpty();
    assertThat(reader.schedules("pay")).isEmpty();
    assertThat(reader.schedules("other")).hasSize(1);
    assertThat(count("schedule where removed is not null")).isEqualTo(1);
  }

  @Test
  void aRemovedNameIsFreeForAnotherProject() {
    apply(Written.project("pay").workflow("load", "nightly").workflow("send"), 0, Prune.KEEP);
    apply(Written.project("pay").workflow("send"), 1, Prune.REMOVE);

    apply(Written.project("other").workflow("load", "nightly"), 0, Prune.KEEP);

    assertThat(reader.schedules("other")).hasSize(1);
    assertThat(reader.schedules("pay")).isEmpty();
  }

  @Test
  void aScheduleThatItsWorkflowNoLongerHasIsRemoved() {
    apply(Written.project("pay").workflow("load", "nightly", "noon"), 0, Prune.KEEP);
    apply(Written.project("pay").workflow("load", "noon"), 1, Prune.KEEP);

    assertThat(reader.schedules("pay")).extracting(ScheduleInForce::name).containsExactly("noon");
  }

  @Test
  void onlyNewAndChangedSchedulesLookFromNowOn() {
    var folder = Written.project("pay").workflow("load", "same", "changed", "gone");
    store.apply(folder.folder(), 0, Prune.KEEP, "ann", MONDAY);
    var ids = new HashMap<String, Long>();
    reader.schedules("pay").forEach(schedule -> ids.put(schedule.name(), schedule.id()));
    store.apply(
        Written.project("pay").workflow("load", "same", "changed").folder(),
        1,
        Prune.KEEP,
        "ann",
        MONDAY);
    var next =
        Written.project("pay")
            .workflow("load", "same", "gone", "new")
            .schedule("load", "changed", "each noon");

    store.apply(next.folder(), 2, Prune.KEEP, "ann", TUESDAY);

    var lookedUntil = new HashMap<String, Instant>();
    for (var schedule : reader.schedules("pay")) {
      lookedUntil.put(schedule.name(), schedule.lookedUntil());
      assertThat(schedule.id()).isEqualTo(ids.getOrDefault(schedule.name(), schedule.id()));
    }
    assertThat(lookedUntil)
        .isEqualTo(Map.of("same", MONDAY, "changed", TUESDAY, "gone", TUESDAY, "new", TUESDAY));
  }

  @Test
  void theEngineIsToldInItsPartition() {
    var version =
        apply(Written.project("pay").workflow("load", "nightly"), 0, Prune.KEEP).version();
    var partition = Partition.ofProject("pay");

    var message =
        jdbi.withHandle(handle ->
            handle
                .createQuery("select partition, dedupe_key, body from message")
                .map((row, _) -> {
                  assertThat(row.getInt("partition")).isEqualTo(partition);
                  assertThat(row.getString("dedupe_key")).isEqualTo("applied:" + version.id());
                  return Json.decode(row.getString("body"));
                })
                .one());

    assertThat(message).isEqualTo(Map.of("kind", "applied", "project", "pay"));
    assertThat(count("schedule where partition = " + partition)).isEqualTo(1);
  }

  @Test
  void thePartitionOfAProjectIsTheSameForEver() {
    assertThat(Partition.ofProject("housing-repairs")).isEqualTo(22);
    assertThat(IntStream.range(0, 1_000).map(n -> Partition.ofProject("project-" + n)))
        .allMatch(partition -> partition >= 0 && partition < 64);
  }

  @Test
  void historyIsNewestFirst() {
    apply(Written.project("pay").workflow("load"), 0, Prune.KEEP);
    apply(Written.project("pay").workflow("send"), 1, Prune.KEEP);

    assertThat(reader.history("pay")).extracting(ProjectVersion::number).containsExactly(2, 1);
  }

  private Applied.Made apply(Written written, int base, Prune prune) {
    return made(store.apply(written.folder(), base, prune, "ann", MONDAY));
  }

  private static Applied.Made made(Applied answer) {
    assertThat(answer).isInstanceOf(Applied.Made.class);
    return (Applied.Made) answer;
  }

  private int count(String table) {
    return jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }

  /// A folder in the making.
  private static final class Written {
    private final String project;
    private final Map<String, byte[]> files = new HashMap<>();
    private final Set<ObjectName> named = new HashSet<>();
    private final Map<String, Integer> pools = new HashMap<>();
    private final List<ScheduleText> schedules = new ArrayList<>();

    private Written(String project) {
      this.project = project;
    }

    static Written project(String name) {
      return new Written(name);
    }

    Written file(String path, byte[] bytes) {
      files.put(path, bytes);
      return this;
    }

    Written workflow(String name, String... nightly) {
      named.add(new ObjectName("workflow", name));
      for (var schedule : nightly) schedule(name, schedule, "every night");
      return file("workflows/%s.yaml".formatted(name), name.getBytes(UTF_8));
    }

    Written schedule(String workflow, String name, String spec) {
      schedules.add(new ScheduleText(workflow, name, spec));
      return this;
    }

    Written pool(String name, int size) {
      pools.put(name, size);
      return this;
    }

    Folder folder() {
      var hash = "%s %s %s".formatted(new TreeSet<>(files.keySet()), schedules, pools);
      return new Folder(project, hash, files, named, pools, schedules, List.of());
    }
  }
}
