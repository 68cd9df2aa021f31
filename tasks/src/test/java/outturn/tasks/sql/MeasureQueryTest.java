package outturn.tasks.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.spi.TaskType.Result.Done;
import outturn.spi.TaskType.Result.Failed;
import outturn.spi.TaskType.Result.Kind;
import outturn.tasks.Attempt;

/// Against H2 in memory.
class MeasureQueryTest {
  @TempDir Path folder;

  @Test
  void everyRowIsHandedOnWithItsColumns() throws Exception {
    var rows = new ArrayList<Map<String, Object>>();
    try (var query = new MeasureQuery(folder.resolve("drivers"))) {
      var attempt =
          attempt(
              """
              select dateadd(day, 7 * n, cast(:from as date)) as period, n + 0.5 as "value",
                cast(null as varchar) as segment, 'other' as note
              from system_range(0, 2499) as t(n)
              """);

      assertThat(query.ask(attempt.request, rows::add)).isEqualTo(new Done(Map.of()));
    }
    assertThat(rows).hasSize(2500);
    assertThat(rows.getFirst()).isEqualTo(Map.of("period", "2026-01-05", "value", 0.5));
    assertThat(rows.get(1)).isEqualTo(Map.of("period", "2026-01-12", "value", 1.5));
  }

  @Test
  void aQueryThatTheDatabaseRefusesSaysWhere() throws Exception {
    var rows = new ArrayList<Map<String, Object>>();
    try (var query = new MeasureQuery(folder.resolve("drivers"))) {
      var result = query.ask(attempt("select period from nowhere").request, rows::add);

      assertThat(result)
          .isInstanceOfSatisfying(
              Failed.class,
              failed -> {
                assertThat(failed.kind()).isEqualTo(Kind.ANSWER);
                assertThat(failed.message()).startsWith("line 1: ");
              });
    }
    assertThat(rows).isEqualTo(List.of());
  }

  private Attempt attempt(String text) {
    return new Attempt(
        folder,
        "collect",
        Map.of(
            "connection",
            Map.of("url", "jdbc:h2:mem:measurequery", "user", "sa"),
            "text",
            text,
            "params",
            Map.of("from", "2026-01-05", "to", "2026-02-01")),
        Map.of());
  }
}
