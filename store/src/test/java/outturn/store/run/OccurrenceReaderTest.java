package outturn.store.run;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.store.run.RunTables.DATE;
import static outturn.store.run.RunTables.NOW;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.engine.decide.Change.Fate;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;

class OccurrenceReaderTest {
  private static TestDatabase database;
  private static Jdbi jdbi;
  private RunTables tables;
  private OccurrenceReader reader;

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
        handle.execute(
            """
            truncate run, attempt, live_run, unsuccessful_run, pool_grant, idempotency, project_version
            restart identity cascade
            """));
    tables = new RunTables(jdbi);
    reader = new OccurrenceReader(jdbi);
  }

  @Test
  void whatStartedAndWhatDidNotIsSeen() {
    var schedule = tables.schedule("load", "nightly");
    var run = RunTables.id(1);
    add(schedule, NOW, "missed", Map.of("until", NOW.plusSeconds(60), "reason", "no server"));
    add(schedule, NOW.plusSeconds(60), "skipped", Map.of("reason", "still running"));
    add(schedule, NOW.plusSeconds(120), "started", Map.of("run", run.value()));
    add(tables.schedule("send", "nightly"), NOW, "started", Map.of());

    assertThat(reader.of("load", Optional.empty(), 10))
        .containsExactly(
            new Occurrence(
                new DueTime(schedule, NOW.plusSeconds(120)),
                "nightly",
                Optional.empty(),
                DATE,
                Fate.STARTED,
                Optional.of(run),
                ""),
            new Occurrence(
                new DueTime(schedule, NOW.plusSeconds(60)),
                "nightly",
                Optional.empty(),
                DATE,
                Fate.SKIPPED,
                Optional.empty(),
                "still running"),
            new Occurrence(
                new DueTime(schedule, NOW),
                "nightly",
                Optional.of(NOW.plusSeconds(60)),
                DATE,
                Fate.MISSED,
                Optional.empty(),
                "no server"));
  }

  @Test
  void pagesLoseNoneOfTwoThatAreDueAtOnce() {
    var one = tables.schedule("load", "one");
    var two = tables.schedule("load", "two");
    for (int hour = 0; hour < 3; hour++) {
      add(one, NOW.plusSeconds(3600L * hour), "started", Map.of());
      add(two, NOW.plusSeconds(3600L * hour), "started", Map.of());
    }
    var all = due(reader.of("load", Optional.empty(), 10));

    var first = due(reader.of("load", Optional.empty(), 3));
    var second = due(reader.of("load", Optional.of(first.getLast()), 3));

    assertThat(all).hasSize(6);
    assertThat(first).isEqualTo(all.subList(0, 3));
    assertThat(second).isEqualTo(all.subList(3, 6));
  }

  @Test
  void theDueTimesOfAStretchIncludeTheRangeThatReachesIntoIt() {
    var schedule = tables.schedule("load", "nightly");
    add(schedule, NOW, "missed", Map.of("until", NOW.plusSeconds(100), "reason", "no server"));
    add(schedule, NOW.plusSeconds(100), "started", Map.of());
    add(schedule, NOW.plusSeconds(200), "started", Map.of());
    add(tables.schedule("send", "nightly"), NOW.plusSeconds(60), "started", Map.of());

    assertThat(due(reader.between("load", NOW.plusSeconds(50), NOW.plusSeconds(200), 10)))
        .containsExactly(new DueTime(schedule, NOW), new DueTime(schedule, NOW.plusSeconds(100)));
    assertThat(due(reader.between("load", NOW.plusSeconds(150), NOW.plusSeconds(200), 10)))
        .isEmpty();
  }

  @Test
  void ofMoreThanTheLimitThoseThatDidNotStartStay() {
    var schedule = tables.schedule("load", "often");
    for (int second = 0; second < 5; second++) {
      add(schedule, NOW.plusSeconds(second), second == 3 ? "skipped" : "started", Map.of());
    }

    assertThat(due(reader.between("load", NOW, NOW.plusSeconds(10), 2)))
        .containsExactly(new DueTime(schedule, NOW), new DueTime(schedule, NOW.plusSeconds(3)));
  }

  private static List<DueTime> due(List<Occurrence> occurrences) {
    return occurrences.stream().map(Occurrence::at).toList();
  }

  private void add(long schedule, Instant due, String state, Map<String, Object> more) {
    var row = new HashMap<String, Object>(more);
    row.put("schedule", schedule);
    row.put("due", due);
    row.put("business_date", DATE);
    row.put("state", state);
    tables.insert("occurrence", row);
  }
}
