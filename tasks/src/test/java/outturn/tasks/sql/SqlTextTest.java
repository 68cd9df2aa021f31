package outturn.tasks.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {

  private static final Map<String, Object> VALUES = Map.of("a", 1L, "b", "two");

  @Test
  void statementsAreSplitAndParametersReplaced() {
    var statements = SqlText.statements("insert into t values (:a, :b);\n\nselect :b||:a from t ;");

    assertThat(statements).hasSize(2);
    assertThat(statements.get(0).forJdbc(VALUES, "?")).isEqualTo("insert into t values (?, ?)");
    assertThat(statements.get(0).values(VALUES)).isEqualTo(List.of(1L, "two"));
    assertThat(statements.get(1).forJdbc(VALUES, "?")).isEqualTo("select ?||? from t ");
    assertThat(statements.get(1).values(VALUES)).isEqualTo(List.of("two", 1L));
    assertThat(statements.get(1).line()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select ';:a', 'it''s; :a', '\\'",
        "select E'\\'; :a', e'\\\\'",
        "select \"odd;:a\"\"name\", `odd;:a`",
        "select 1 -- not :a; nor this",
        "select /* :a; /* nested; */ :a; */ 1",
        "select $$ :a; $$, $body$ $$; :a $body$",
        "select '2026-01-01'::date, a::text, x[1:a], y[(b):a], t.a:b",
        "do $f$ begin raise notice 'x;y'; end $f$",
        "select $1, a$b$ || 'x' || a$b$",
        "select 'unfinished; :a"
      })
  void whatIsQuotedOrCastStaysAsItIs(String text) {
    var statements = SqlText.statements(text);

    assertThat(statements).hasSize(1);
    assertThat(statements.getFirst().forJdbc(Map.of(), "?")).isEqualTo(text);
    assertThat(statements.getFirst().values(Map.of())).isEmpty();
  }

  @Test
  void aTextWithoutStatementsHasNone() {
    assertThat(SqlText.statements(" ;; -- only; words\n /* :a */ ; \n")).isEmpty();
    assertThat(SqlText.statements("")).isEmpty();
  }

  @Test
  void aQuestionMarkIsNoParameter() {
    var statement = SqlText.statements("select data ? :b, '?'").getFirst();

    assertThat(statement.forJdbc(VALUES, "??")).isEqualTo("select data ?? ?, '?'");
  }

  @Test
  void aListBecomesAsManyValues() {
    var statement = SqlText.statements("select 1 where x in (:ids) and y = :y").getFirst();
    var values = new HashMap<String, Object>(Map.of("ids", List.of("p", "q"), "y", 3L));

    assertThat(statement.forJdbc(values, "?")).isEqualTo("select 1 where x in (?, ?) and y = ?");
    assertThat(statement.values(values)).isEqualTo(List.of("p", "q", 3L));
    values.put("ids", List.of());
    assertThat(statement.forJdbc(values, "?")).isEqualTo("select 1 where x in (?) and y = ?");
    assertThat(statement.values(values)).isEqualTo(Arrays.asList(null, 3L));
  }

  @Test
  void aPositionBecomesALineOfTheText() {
    var text = "-- first\nselect 1;\n\n/* second */ select :ids,\n  'a\nb',\n  wrong";
    var statement = SqlText.statements(text).getLast();
    var values = Map.<String, Object>of("ids", List.of(1L, 2L));
    var sent = "select $1, $2,\n  'a\nb',\n  wrong";

    assertThat(statement.line()).isEqualTo(4);
    assertThat(statement.lineAt(1, values)).isEqualTo(4);
    assertThat(statement.lineAt(sent.indexOf("'a") + 1, values)).isEqualTo(5);
    assertThat(statement.lineAt(sent.indexOf("wrong") + 1, values)).isEqualTo(7);
    assertThat(statement.lineAt(10_000, values)).isEqualTo(7);
  }

  @Test
  void aMissingParameterIsNamedWithItsLine() {
    var statement = SqlText.statements("select 1,\n :nobody").getFirst();

    assertThatThrownBy(() -> statement.forJdbc(VALUES, "?"))
        .hasMessage("no value for the parameter :nobody at line 2; give it under `params`");
  }
}
