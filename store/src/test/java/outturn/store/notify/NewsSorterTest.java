package outturn.store.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.definition.notify.Occasion;
import outturn.store.SettableClock;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;
import outturn.store.json.Json;

/// What sorting news costs and leaves.
class NewsSorterTest {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  private static final LocalDate DATE = LocalDate.parse("2026-11-26");

  private final TestDatabase database = TestDatabase.create();
  private final Jdbi jdbi = database.database().jdbi(Lane.API);
  private final AtomicInteger statements = new AtomicInteger();
  private final NewsSorter sorter = new NewsSorter(jdbi);

  NewsSorterTest() {
    jdbi.setSqlLogger(
        new SqlLogger() {
          @Override
          public void logAfterExecution(StatementContext context) {
            statements.incrementAndGet();
          }
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void news(Occasion occasion, String workflow, LocalDate date, int times) {
    jdbi.useHandle(handle ->
        handle.execute(
            """
            insert into news (at, project, workflow, run, business_date, occasion, subject, text, channels)
            select ?, 'p', ?, 7, ?, ?, '', 'some text', ?::jsonb from generate_series(1, ?)
            """,
            NOON.atOffset(ZoneOffset.UTC),
            workflow,
            date,
            occasion.word(),
            Json.encode(Map.of("to", List.of("room"))),
            times));
  }

  /// How many statements it takes.
  private int sort() {
    statements.set(0);
    sorter.sort(_ -> Optional.empty());
    return statements.get();
  }

  private List<Notification> open() {
    var clock = new SettableClock(NOON);
    return new Notifications(jdbi, clock).before(Long.MAX_VALUE, Notifications.Filter.OPEN, 10);
  }

  @Test
  void successesWhereNothingIsOpenCostNoQuestion() {
    news(Occasion.RECOVERED, "w", DATE, 1);
    int one = sort();
    news(Occasion.RECOVERED, "w", DATE, 100);
    news(Occasion.RECOVERED, "v", DATE, 100);
    assertThat(sort()).isEqualTo(one);
  }

  @Test
  void onlyTheFirstSuccessAfterAFailureIsLookedInto() {
    news(Occasion.FAILED, "w", DATE, 1);
    sort();
    news(Occasion.RECOVERED, "w", DATE.minusDays(1), 100);
    int earlier = sort();
    assertThat(open()).hasSize(1);
    news(Occasion.RECOVERED, "w", DATE, 1);
    int ended = sort();
    assertThat(open()).isEmpty();
    assertThat(ended).isGreaterThan(earlier);

    news(Occasion.FAILED, "w", DATE, 1);
    sort();
    news(Occasion.RECOVERED, "w", DATE, 100);
    assertThat(sort()).isEqualTo(ended);
    assertThat(open()).isEmpty();
  }

  @Test
  void aFailureAndItsEndAreSeenWithinABatch() {
    news(Occasion.RECOVERED, "w", DATE, 1);
    news(Occasion.FAILED, "w", DATE, 1);
    news(Occasion.FAILED, "w", DATE.plusDays(1), 1);
    news(Occasion.RECOVERED, "w", DATE, 1);
    sort();
    assertThat(open()).extracting(each -> each.when().times()).containsExactly(2);
    news(Occasion.RECOVERED, "w", DATE.plusDays(1), 1);
    news(Occasion.FAILED, "v", DATE, 1);
    news(Occasion.RECOVERED, "v", DATE, 1);
    sort();
    assertThat(open()).isEmpty();
  }

  @Test
  void onlyAFullBatchMayLeaveSome() {
    news(Occasion.RECOVERED, "w", DATE, 499);
    assertThat(sorter.sort(_ -> Optional.empty())).isFalse();
    news(Occasion.RECOVERED, "w", DATE, 501);
    assertThat(sorter.sort(_ -> Optional.empty())).isTrue();
    assertThat(sorter.sort(_ -> Optional.empty())).isFalse();
  }
}
