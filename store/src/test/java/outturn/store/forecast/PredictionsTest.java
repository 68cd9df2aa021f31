package outturn.store.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.definition.notify.Occasion;
import outturn.engine.news.News;
import outturn.engine.run.RunId;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;

class PredictionsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final RunId RUN = RunId.firstAt(NOON);
  private static final RunId OTHER = RunId.firstAt(NOON.plusSeconds(1));
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

  private static News late(RunId run, String deadline, String... channels) {
    var about = new News.About("close", "nightly", Optional.of(run), LocalDate.parse("2026-11-23"));
    return new News(Occasion.PREDICTED, about, deadline, "likely late", List.of(channels));
  }

  private static List<String> told() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select run || ' ' || subject from news order by id")
            .mapTo(String.class)
            .list());
  }

  @Test
  void ofManyWarningsEachIsGivenAndToldOnce() {
    var rows = new Predictions(jdbi);
    rows.warn(List.of(late(RUN, "out", "room"), late(RUN, "quiet")), NOON);
    rows.warn(List.of(late(RUN, "out", "room"), late(OTHER, "out", "room")), NOON.plusSeconds(9));

    assertThat(rows.warnings(RUN))
        .extracting(Predictions.Warning::subject, Predictions.Warning::at)
        .containsExactly(tuple("out", NOON), tuple("quiet", NOON));
    assertThat(rows.warnings(OTHER)).hasSize(1);
    assertThat(told()).containsExactly(RUN.value() + " out", OTHER.value() + " out");
  }

  @Test
  void theLatestPredictionsOfManyRunsAreFound() {
    var rows = new Predictions(jdbi);
    var end = new Prediction.End(Optional.empty(), Optional.of(NOON), Optional.empty());
    rows.keep(
        List.of(
            new Prediction(RUN, "out", NOON, 0.75, end, "load runs"),
            new Prediction(RUN, "out", NOON.plusSeconds(60), 0.5, end, "load runs"),
            new Prediction(OTHER, "out", NOON, 1, end, "")));

    assertThat(rows.latest(List.of(RUN, OTHER)))
        .extracting(Prediction::run, Prediction::chance)
        .containsExactly(tuple(RUN, 0.5), tuple(OTHER, 1.0));
    assertThat(rows.of(RUN)).hasSize(2);
  }
}
