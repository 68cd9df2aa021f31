package outturn.store.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.definition.retention.Retention;
import outturn.engine.run.RunId;
import outturn.store.TestDatabase;
import outturn.store.database.AdvisoryLock;
import outturn.store.database.Lane;
import outturn.store.run.RunReader;

class ExpiryTest {
  // A Monday, in the second week of the year.
  private static final Instant START = Instant.parse("2026-01-05T02:00:00Z");
  private static final Keep SHORT = keep("short", 10, 3);
  private static final Keep LONG = keep("long", 100, 30);

  private TestDatabase database;
  private Jdbi jdbi;
  private PastRuns past;
  private final List<Integer> pauses = new ArrayList<>();

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    jdbi = database.database().jdbi(Lane.API);
    past = new PastRuns(jdbi);
    past.ranges(START, 0);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aRangeIsDroppedWhenAllInItHasExpired() throws Exception {
    ended("long", 1);
    ended("short", 2);

    assertThat(pass(101).ranges()).containsExactly("log_2026w02");
    assertThat(pass(102).ranges()).containsExactly("attempt_2026w02", "run_2026w02");
    assertThat(past.count("run") + past.count("attempt") + past.count("log")).isZero();
  }

  @Test
  void logsAreDroppedBeforeTheirRuns() throws Exception {
    ended("long", 1);

    assertThat(pass(32).ranges()).containsExactly("log_2026w02");
    assertThat(past.count("attempt")).isEqualTo(2);
  }

  @Test
  void whatIsKeptForLessIsDeletedFromARangeThatStays() throws Exception {
    ended("short", 1);
    var stays = ended("long", 1);

    var removed = pass(12);

    assertThat(removed.ranges()).isEmpty();
    assertThat(removed.runs()).isEqualTo(1);
    assertThat(removed.attempts()).isEqualTo(2);
    assertThat(past.ids("run", "id")).containsExactly(stays.value());
    assertThat(past.ids("attempt", "run")).containsExactly(stays.value());
    assertThat(past.ids("unsuccessful_run", "id")).containsExactly(stays.value());
  }

  @Test
  void noTransactionDeletesMoreThanIsSaid() throws Exception {
    for (int day = 0; day < 6; day++) ended("short", day);
    ended("long", 1);

    var removed = pass(20, new Pace(4, 3, () -> pauses.add(deleted())));

    assertThat(removed.runs()).isEqualTo(6);
    int before = 0;
    for (int sum : pauses) {
      assertThat(sum - before).isBetween(0, 4);
      before = sum;
    }
  }

  // Of what six runs had.
  private int deleted() {
    long all = 7 * (1 + 2 + 3);
    return Math.toIntExact(all - past.count("run") - past.count("attempt") - past.count("log"));
  }

  @Test
  void aRunThatLivesIsNeverTouchedAndNeitherIsItsRange() throws Exception {
    var lives = past.add("short", id(1), Optional.empty());
    ended("long", 1);

    var removed = pass(3_000);

    assertThat(removed.ranges()).isEmpty();
    assertThat(past.ids("run", "id")).containsExactly(lives.value());
    assertThat(past.count("attempt")).isEqualTo(2);
    assertThat(past.count("log")).isEqualTo(3);
  }

  @Test
  void aWorkflowThatIsNoLongerInForceKeepsWhatItSaidLast() throws Exception {
    ended("long", 1);
    expiry(new Pace(100, 100, () -> {})).remove(List.of(LONG, SHORT), START);

    expiry(new Pace(100, 100, () -> {})).remove(List.of(SHORT), START.plus(Duration.ofDays(100)));
    assertThat(past.count("run")).isEqualTo(1);
    expiry(new Pace(100, 100, () -> {})).remove(List.of(SHORT), START.plus(Duration.ofDays(102)));
    assertThat(past.count("run")).isZero();
  }

  @Test
  void whileOneNodeIsAtItAnotherDoesNothing() throws Exception {
    ended("short", 1);
    try (var other = jdbi.open()) {
      assertThat(AdvisoryLock.tryHold(other, "retention")).isTrue();

      assertThat(
              expiry(new Pace(100, 100, () -> {}))
                  .remove(List.of(SHORT), START.plus(Duration.ofDays(900))))
          .isEmpty();
    }
    assertThat(past.count("run")).isEqualTo(1);
  }

  @Test
  void aRangeInUseIsLeftForTheNextPass() throws Exception {
    ended("long", 1);

    try (var reader = jdbi.open()) {
      reader.begin();
      reader.execute("select count(*) from log");
      assertThat(pass(32).postponed()).containsExactly("log_2026w02");
      reader.rollback();
    }
    assertThat(pass(32).ranges()).containsExactly("log_2026w02");
  }

  @Test
  void answersAreKeptForADay() throws Exception {
    answer("old", START.minus(Duration.ofHours(25)));
    answer("young", START.minus(Duration.ofHours(23)));

    assertThat(pass(0).others()).isEqualTo(1);
    assertThat(past.count("idempotency")).isEqualTo(1);
  }

  @Test
  void theIdOfARemovedRunIsKnownAsExpired() throws Exception {
    var gone = ended("long", 1);
    past.ranges(START.plus(Duration.ofDays(102)), 0);
    var stays = ended("long", 102);

    pass(103);

    var reader = new RunReader(jdbi, InstantSource.fixed(START));
    assertThat(reader.entry(gone)).isEmpty();
    assertThat(reader.mayHaveExpired(gone)).isTrue();
    assertThat(reader.mayHaveExpired(stays)).isFalse();
  }

  private Removed pass(int day) throws InterruptedException {
    return pass(day, new Pace(100, 100, () -> {}));
  }

  private Removed pass(int day, Pace pace) throws InterruptedException {
    return expiry(pace)
        .remove(List.of(SHORT, LONG), START.plus(Duration.ofDays(day)))
        .orElseThrow();
  }

  private Expiry expiry(Pace pace) {
    return new Expiry(jdbi, pace);
  }

  private static Keep keep(String workflow, int runs, int logs) {
    return new Keep(workflow, "p", new Retention(Duration.ofDays(runs), Duration.ofDays(logs)));
  }

  private int made;

  private RunId id(int day) {
    return RunId.firstAt(START.plus(Duration.ofDays(day)).plusMillis(made++));
  }

  /// A run that was made on this day and ended within the hour.
  private RunId ended(String workflow, int day) {
    var id = id(day);
    return past.add(workflow, id, Optional.of(id.time().plusSeconds(3_000)));
  }

  private void answer(String key, Instant created) {
    jdbi.useHandle(handle ->
        handle.execute(
            "insert into idempotency values ('ann', ?, '', 1, ?)", key, Timestamp.from(created)));
  }
}
