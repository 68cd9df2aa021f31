package outturn.definition.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.text.Position;
import outturn.definition.text.Problem;
import outturn.definition.text.Problems;

class ExpressionsTest {
  private static final Vocabulary NAMES =
      new Vocabulary(
          Map.of(
              "inputs.regions", new ValueType.ListOf(ValueType.STRING),
              "inputs.rate", ValueType.NUMBER,
              "inputs.count", ValueType.INT,
              "inputs.in", ValueType.STRING,
              "inputs.settings", ValueType.MAP,
              "businessDate", ValueType.DATE,
              "run.id", ValueType.STRING,
              "item", ValueType.MAP,
              "itemIndex", ValueType.INT),
          Map.of(
              "tell_all",
              new Vocabulary.TaskNames(
                  "tell-all", Map.of("sent", new ValueType.ListOf(ValueType.INT))),
              "load",
              new Vocabulary.TaskNames("load", Map.of("rows", ValueType.INT)),
              "late",
              new Vocabulary.TaskNames("late", Map.of())),
          task -> !task.equals("late"),
          Vocabulary.Secrets.REFUSED);

  private static final Scope VALUES =
      new Scope(
          Map.of(
              "inputs.regions",
              List.of("north", "south"),
              "inputs.rate",
              2,
              "inputs.count",
              4L,
              "inputs.in",
              "a",
              "inputs.settings",
              Map.of("size", 3L),
              "businessDate",
              "2026-03-29",
              "item",
              Map.of("name", "x"),
              "itemIndex",
              1L,
              "tasks.tell_all.outputs.sent",
              List.of(1L, 2L),
              "tasks.load.state",
              "succeeded"));

  private final Expressions expressions = new Expressions();
  private final Problems problems = new Problems();

  private Optional<Expression> compile(String text) {
    return compile(text, NAMES);
  }

  private Optional<Expression> compile(String text, Vocabulary names) {
    return expressions.compile(text, names, offset -> new Position("f", 1, offset + 1), problems);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "inputs.count ; int ; 4",
        "inputs.count + 1 ; int ; 5",
        "inputs.count > 3 && businessDate < '2027' ; boolean ; true",
        "inputs.rate * 2.0 ; number ; 4.0",
        "inputs.rate > 1 ; boolean ; true",
        "inputs.regions ; list<string> ; [north, south]",
        "inputs.regions.filter(r, r != 'north') ; list<string> ; [south]",
        "inputs.regions.map(item, item.size()) ; list<int> ; [5, 5]",
        "inputs.regions[0] + '.inputs.count' ; string ; north.inputs.count",
        "inputs.in.startsWith(\"a\") ; boolean ; true",
        "'x' in inputs.regions ; boolean ; false",
        "inputs.settings.size + 1 ; int ; 4",
        "item.name ; any ; x",
        "tasks.tell_all.outputs.sent.size() ; int ; 2",
        "tasks.load.state == 'succeeded' || tasks.load.outputs.rows > 0 ; boolean ; true",
        "{'a': inputs.count, 'b': 2} ; map ; {a=4, b=2}",
        "inputs.count > 3 ? 'many' : 'few' ; string ; many",
        "string(timestamp(businessDate + 'T00:00:00Z') - duration('24h')) ; string ;"
            + " 2026-03-28T00:00:00Z",
      })
  void anExpressionHasATypeAndAnAnswer(String text, String type, String answer) {
    var expression = compile(text);
    assertThat(problems.sorted()).isEmpty();
    assertThat(expression.orElseThrow().type().word()).isEqualTo(type);
    assertThat(expression.orElseThrow().evaluate(VALUES).toString()).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "inputs.cout > 3 | 8 | unknown-input | did you mean 'count'?",
        "1 + tasks.lod.outputs.rows | 11 | unknown-task | did you mean 'load'?",
        "tasks.load.outputs.row | 20 | unknown-output | did you mean 'rows'?",
        "tasks.load.rows | 12 | unknown-name | write tasks.load.outputs.NAME or tasks.load.state",
        "tasks.tell-all.state | 7 | unknown-task | in expressions '-' is written '_': tell_all",
        "tasks.late.state | 7 | not-upstream | add it to needs",
        "inputs.count > | 15 | bad-expression | ``",
        "inputs.count > 'a' | 14 | bad-expression | ``",
        "inputs.rate * 2 | 13 | bad-expression | ``",
        "busnessDate == 'x' | 1 | unknown-name | did you mean 'businessDate'?",
        "run.ids | 5 | unknown-name | did you mean 'id'?",
        "secrets.TOKEN | 1 | secret-not-allowed |"
            + " give it to the task by env:, or to a connection",
        "timestamp('2026-01-01T00:00:00Z') | 1 | bad-expression | ``",
      })
  void aWrongExpressionIsToldWithItsPlace(String text, int column, String code, String hint) {
    assertThat(compile(text)).isEmpty();
    assertThat(problems.sorted())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.column()).as(problem.toString()).isEqualTo(column);
          assertThat(problem.code()).isEqualTo(code);
          assertThat(problem.hint()).isEqualTo(hint);
        });
  }

  @Test
  void aMessageNamesTypesAsDefinitionsDo() {
    compile("inputs.rate * 2");
    assertThat(problems.sorted())
        .extracting(Problem::message)
        .containsExactly("'*' does not take (number, int); write 2.0 for 2, or double( … )");
  }

  @Test
  void aSecretStandsAlone() {
    var names = Vocabulary.NONE.withSecrets();
    assertThat(compile("secrets.TOKEN", names)).isPresent();
    assertThat(compile("secrets.TOKEN + 'x'", names)).isEmpty();
    assertThat(problems.sorted()).extracting(Problem::code).containsExactly("secret-not-alone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tasks.load.outputs.rows | tasks.load.outputs.rows has no value",
        "inputs.count / (inputs.count - 4) | / by zero",
        "inputs.regions[7] == 'a' | Index out of bounds: 7",
        "inputs.settings.none | key 'none' is not present in map.",
      })
  void anExpressionWithoutAnswerSaysWhy(String text, String message) {
    var expression = compile(text).orElseThrow();
    assertThatThrownBy(() -> expression.evaluate(VALUES))
        .isInstanceOf(EvaluationFailed.class)
        .hasMessage(message);
  }

  @Test
  void anExpressionCannotRunForEver() {
    var list = "[1,2,3,4,5,6,7,8,9,10]";
    var nested =
        "%s.all(a, %s.all(b, %s.all(c, %s.all(d, %s.all(e, a + b + c + d + e > 0)))))"
            .formatted(list, list, list, list, list);
    var expression = compile(nested).orElseThrow();
    assertThatThrownBy(() -> expression.evaluate(VALUES))
        .isInstanceOf(EvaluationFailed.class)
        .hasMessageContaining("Iteration budget exceeded");
  }

  @Test
  void longAndDeepExpressionsAreRefused() {
    assertThat(compile("(".repeat(1500) + "1" + ")".repeat(1500))).isEmpty();
    assertThat(compile("1" + "+1".repeat(1900))).isEmpty();
    assertThat(compile("1" + "+1".repeat(3000))).isEmpty();
    assertThat(problems.sorted()).extracting(Problem::code).containsOnly("bad-expression");
  }

  @Test
  void expressionsThatDifferInNamesAloneKeepTheirOwnValues() {
    var first = compile("inputs.count + 1").orElseThrow();
    var second = compile("itemIndex + 1").orElseThrow();
    assertThat(first.evaluate(VALUES)).isEqualTo(5L);
    assertThat(second.evaluate(VALUES)).isEqualTo(2L);
  }
}
