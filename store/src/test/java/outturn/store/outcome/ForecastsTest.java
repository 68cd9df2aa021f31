package outturn.store.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;
import outturn.store.outcome.AcceptedForecast.Promise;

class ForecastsTest {
  private static final Instant NOW = Instant.parse("2026-03-30T08:00:00.123456789Z");
  private static final Promise PROMISE = promise(.62, Optional.empty());

  private static TestDatabase database;
  private static Jdbi jdbi;
  private Forecasts forecasts;
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
    forecasts = new Forecasts(jdbi, InstantSource.fixed(NOW));
    outcome = test.getDisplayName();
  }

  @Test
  void whatWasAcceptedIsKeptInVersions() {
    var later = promise(.4, Optional.of(LocalDate.of(2026, 5, 4)));
    forecasts.accept(outcome, Map.of("rate", PROMISE), "ada", "the board accepts the risk");
    forecasts.accept(outcome, Map.of("rate", later), "ada", "again");

    var history = forecasts.history(outcome, "rate");

    assertThat(history).extracting(AcceptedForecast::version).containsExactly(2, 1);
    assertThat(history.getFirst().promise().observedTo()).contains(LocalDate.of(2026, 5, 4));
    assertThat(history.getLast().promise().chance()).isEqualTo(.62);
    assertThat(history.getLast().promise().body()).isEqualTo("{\"seed\": 1}");
    assertThat(history.getLast().at()).isEqualTo("2026-03-30T08:00:00.123456Z");
    assertThat(history.getLast().reason()).isEqualTo("the board accepts the risk");
    assertThat(forecasts.history(outcome, "another")).isEmpty();
  }

  @Test
  void theActIsInTheAuditTrailAndBothHappenOrNeither() {
    forecasts.accept(outcome, Map.of("rate", PROMISE), "ada", "yes");
    var impossible = Map.of("rate", PROMISE, "other", promise(2, Optional.empty()));

    assertThatThrownBy(() -> forecasts.accept(outcome, impossible, "ada", "no"));

    assertThat(forecasts.history(outcome, "rate")).hasSize(1);
    assertThat(acts()).isEqualTo(1);
  }

  @Test
  void nothingThatWasAcceptedCanBeChanged() {
    forecasts.accept(outcome, Map.of("rate", PROMISE), "ada", "yes");

    assertThatThrownBy(
            () -> jdbi.useHandle(handle -> handle.execute("update forecast set chance = 1")))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("delete from forecast")))
        .hasMessageContaining("append-only");
  }

  private int acts() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select count(*) from audit where action = 'outcome confirm' and subject = ?")
            .bind(0, outcome)
            .mapTo(Integer.class)
            .one());
  }

  private static Promise promise(double chance, Optional<LocalDate> observedTo) {
    return new Promise(LocalDate.of(2027, 3, 31), 85, observedTo, chance, "{\"seed\": 1}");
  }
}
