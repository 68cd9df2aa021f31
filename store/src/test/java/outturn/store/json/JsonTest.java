package outturn.store.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;

class JsonTest {
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
  void valuesReturnEqualFromTheDatabase() {
    var values =
        Map.<String, Object>of(
            "text",
            "ä \" \\ \n 😀",
            "whole",
            5L,
            "largest",
            Long.MAX_VALUE,
            "truth",
            true,
            "list",
            List.of(1L, "two", List.of(3.0), Map.of("four", 4L)),
            "empty",
            List.of(),
            "map",
            Map.of("a", Map.of("b", -1L)));

    assertThat(throughDatabase(values)).isEqualTo(values);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        5.0,
        0.1,
        1e10,
        1e22,
        -1.5e300,
        4.9e-324,
        Double.MAX_VALUE,
        1.0 / 3,
        9007199254740992.0
      })
  void aNumberWithAPointStaysOne(double number) {
    assertThat(throughDatabase(Map.of("number", number))).isEqualTo(Map.of("number", number));
  }

  @Test
  void aShorterWholeNumberReturnsLong() {
    assertThat(throughDatabase(Map.of("number", 7))).isEqualTo(Map.of("number", 7L));
  }

  @Test
  void nothingInsideOfAValueStaysNothing() {
    var inner = new HashMap<String, Object>();
    inner.put("gone", null);
    var values = Map.of("map", inner, "list", Arrays.asList("a", null));

    assertThat(throughDatabase(values)).isEqualTo(values);
  }

  @Test
  void theDatabaseRefusesWhatItCannotHold() {
    for (Object unfit : List.of("a\0b", Double.NaN, Double.POSITIVE_INFINITY)) {
      assertThatThrownBy(() -> throughDatabase(Map.of("unfit", unfit)))
          .isInstanceOf(UnableToExecuteStatementException.class);
    }
  }

  private static Map<String, Object> throughDatabase(Map<String, ?> values) {
    return Json.decode(
        jdbi.withHandle(handle ->
            handle
                .createQuery("select :text::jsonb")
                .bind("text", Json.encode(values))
                .mapTo(String.class)
                .one()));
  }
}
