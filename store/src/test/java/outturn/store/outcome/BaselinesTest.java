package outturn.store.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;

class BaselinesTest {
  private static final Instant NOW = Instant.parse("2026-07-06T08:00:00.123456789Z");
  private static final LocalDate FROM = LocalDate.of(2025, 1, 6);
  private static final LocalDate TO = LocalDate.of(2025, 3, 30);

  private static TestDatabase database;
  private static Jdbi jdbi;
  private Baselines baselines;
  private String outcome = "";

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    jdbi = database.database().jdbi(Lane.API);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  // Nothing can be deleted: each test has an outcome of its own.
  @BeforeEach
  void name(TestInfo test) {
    baselines = new Baselines(jdbi);
    outcome = test.getDisplayName();
  }

  @Test
  void whatIsFrozenIsRead() {
    var frozen = baselines.freeze(outcome, "fix-rate", window(TO, 70, 71.5, 73), "ann", NOW);

    assertThat(baselines.current(outcome, "fix-rate")).hasValue(frozen);
    assertThat(frozen.version()).isEqualTo(1);
    assertThat(frozen.window().n()).isEqualTo(3);
    assertThat(frozen.window().mean()).isEqualTo(71.5);
    assertThat(frozen.frozenBy()).isEqualTo("ann");
    assertThat(frozen.hash()).hasSize(64);
    assertThat(frozen.intact()).isTrue();
  }

  @Test
  void theSameWindowStaysAsItWasFrozen() {
    var frozen = baselines.freeze(outcome, "m", window(TO, 1, 2), "ann", NOW);

    assertThat(baselines.freeze(outcome, "m", window(TO, 1, 99), "bob", NOW.plusSeconds(60)))
        .isEqualTo(frozen);
    assertThat(baselines.history(outcome, "m")).containsExactly(frozen);
  }

  @Test
  void anotherWindowIsANewVersion() {
    var first = baselines.freeze(outcome, "m", window(TO, 1, 2), "ann", NOW);
    var second = baselines.freeze(outcome, "m", window(TO.plusDays(7), 1, 2), "bob", NOW);

    assertThat(second.version()).isEqualTo(2);
    assertThat(second.hash()).isNotEqualTo(first.hash());
    assertThat(baselines.history(outcome, "m")).containsExactly(second, first);
    assertThat(baselines.current(outcome, "other")).isEmpty();
  }

  @Test
  void freezingAtOnceFreezesOnce() {
    var all =
        IntStream.range(0, 4)
            .mapToObj(n ->
                CompletableFuture.supplyAsync(
                    () -> baselines.freeze(outcome, "m", window(TO, n, 2), "ann", NOW)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .distinct();

    assertThat(all).hasSize(1);
  }

  @Test
  void aChangedSnapshotIsNoticed() {
    baselines.freeze(outcome, "m", window(TO, 1, 2), "ann", NOW);
    jdbi.useHandle(handle -> {
      handle.execute("alter table baseline disable trigger all");
      handle.execute(
          """
          update baseline set period_values = '{"2025-01-06": 1.0, "2025-01-13": 2.5}'
          where outcome = ?
          """,
          outcome);
      handle.execute("alter table baseline enable trigger all");
    });

    assertThat(baselines.current(outcome, "m").orElseThrow().intact()).isFalse();
  }

  @Test
  void theDatabaseRefusesChanges() {
    baselines.freeze(outcome, "m", window(TO, 1, 2), "ann", NOW);
    for (var change :
        List.of("update baseline set mean = 2", "delete from baseline", "truncate baseline")) {
      assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(change)))
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void theHashIsThatOfItsText() {
    // printf 'o\nm\n2025-01-06\n2025-03-30\n2025-01-06 1.0\n2025-01-13 0.0\n' | sha256sum
    assertThat(window(TO, 1, -0.0).hash("o", "m"))
        .isEqualTo("8a4e2ad6d1d2c8e9488e0844ed2db33261dfc66d3fad104f72871e8a29be91fa");
  }

  @Test
  void valuesOutsideOfTheWindowAreRefused() {
    var late = new TreeMap<>(Map.of(TO.plusDays(1), 1.0));

    assertThatThrownBy(() -> new Window(FROM, TO, late)).hasMessageContaining("not all within");
    assertThatThrownBy(() -> new Window(FROM, TO, new TreeMap<>()))
        .hasMessageContaining("no value");
    assertThatThrownBy(() -> window(TO, Double.NaN)).hasMessageContaining("not finite");
  }

  /// A value a week from the first day on.
  private static Window window(LocalDate to, double... values) {
    var weekly = new TreeMap<LocalDate, Double>();
    for (int week = 0; week < values.length; week++) {
      weekly.put(FROM.plusWeeks(week), values[week]);
    }
    return new Window(FROM, to, weekly);
  }
}
