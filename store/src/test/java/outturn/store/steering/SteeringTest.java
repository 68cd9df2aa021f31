package outturn.store.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;
import outturn.store.measure.Observation;
import outturn.store.measure.Observations;
import outturn.store.measure.Source;
import outturn.store.steering.PeriodForecast.Ground;
import outturn.store.steering.PeriodForecast.Likely;
import outturn.store.steering.Review.Decision;
import outturn.store.steering.Review.Held;

class SteeringTest {
  private static final Instant NOW = Instant.parse("2026-07-06T08:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 7, 6);
  private static final Likely LIKELY = new Likely(.62, 80, 85, 90);
  private static TestDatabase database;
  private static Jdbi jdbi;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    jdbi = database.database().jdbi(Lane.API);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void reviewsAreKeptNewestFirst() {
    var reviews = new Reviews(jdbi);
    var held = new Held(DAY, Decision.ADJUST, "training is late", List.of("train the north"));
    var first = reviews.record("one", held, "ada", NOW);
    var second = reviews.record("one", new Held(DAY, Decision.STOP, "no", List.of()), "ada", NOW);

    assertThat(first.version()).isEqualTo(1);
    assertThat(reviews.history("one")).containsExactly(second, first);
    assertThat(new Marks(jdbi).ofOutcomes()).containsEntry("one", 2L);
  }

  @Test
  void aForecastIsKeptOncePerPeriodTargetAndPlan() {
    var forecasts = new PeriodForecasts(jdbi);
    var june = new Ground(Optional.of(LocalDate.of(2026, 6, 1)), DAY, 85, "a");
    var july = new Ground(Optional.of(LocalDate.of(2026, 7, 1)), DAY, 85, "a");
    var first = forecasts.keep("one", "waits", june, LIKELY, NOW);
    assertThat(forecasts.keep("one", "waits", june, LIKELY, NOW.plusSeconds(1))).isEqualTo(first);
    var second = forecasts.keep("one", "waits", july, LIKELY, NOW);

    assertThat(forecasts.latest("one")).containsExactly(second);
    assertThat(forecasts.history("one", "waits")).containsExactly(second, first);
  }

  @Test
  void whatWasRecordedSinceIsKnownByMeasure() {
    var observation =
        new Observation(
            "", DAY, OptionalDouble.of(1), OptionalDouble.empty(), OptionalDouble.empty());
    new Observations(jdbi).append("waits", List.of(observation), NOW, new Source.User("ada"));

    assertThat(new Marks(jdbi).observedSince(NOW.minusSeconds(1))).containsEntry("waits", NOW);
    assertThat(new Marks(jdbi).observedSince(NOW)).isEmpty();
  }

  @Test
  void noRowCanBeChanged() {
    new Reviews(jdbi).record("kept", new Held(DAY, Decision.CONTINUE, "", List.of()), "ada", NOW);
    new PeriodForecasts(jdbi)
        .keep("kept", "m", new Ground(Optional.empty(), DAY, 1, ""), LIKELY, NOW);
    for (var table : List.of("outcome_review", "period_forecast")) {
      for (var sql :
          List.of(
              "delete from " + table,
              "truncate " + table,
              "update " + table + " set version = 9")) {
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(sql)))
            .hasMessageContaining("append-only");
      }
    }
  }
}
