package outturn.tasks.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.spi.TaskType.Result;
import outturn.tasks.Attempt;

class OutputsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          string       | 17           | 17
          any          | 17           | 17
          int          | ' 17 '       | 17
          int          | -9000000000  | -9000000000
          number       | 17           | 17.0
          number       | 1.5e3        | 1500.0
          boolean      | true         | true
          date         | 2026-03-29   | 2026-03-29
          list<int>    | '[1, 2]'     | '[1, 2]'
          list<number> | '[1, 2.5]'   | '[1.0, 2.5]'
          list<list<date>> | '[["2026-03-29"]]' | '[[2026-03-29]]'
          map          | '{"a": true}' | '{a=true}'
          """)
  void aTextStandsForAValueOfItsType(String type, String text, String value) {
    assertThat(new PromisedType(type).ofText(text)).get().hasToString(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          int          | 1.5
          int          | many
          int          | 99999999999999999999
          int          | ''
          number       | '"1"'
          boolean      | yes
          boolean      | 1
          date         | 2026-02-30
          date         | 29.3.2026
          list<int>    | '[1, "2"]'
          list<int>    | '[1, null]'
          list<int>    | 1
          map          | '[1]'
          map          | '{"a": 1, "a": 2}'
          map          | '{"a": 1} more'
          """)
  void aTextOfAnotherTypeIsNone(String type, String text) {
    assertThat(new PromisedType(type).ofText(text)).isEmpty();
  }

  @Test
  void aValueIsNotTurnedIntoAnotherType() {
    assertThat(new PromisedType("int").of("17")).isEmpty();
    assertThat(new PromisedType("string").of(17L)).isEmpty();
    assertThat(new PromisedType("number").of(17L)).contains(17.0);
    assertThat(new PromisedType("list<string>").of(Arrays.asList("a", null))).isEmpty();
    assertThatThrownBy(() -> new PromisedType("text").of("a"))
        .hasMessage("unknown type of an output: text");
  }

  @Test
  void outputsThatAreTooLargeFail() {
    var attempt = new Attempt(folder, "any", Map.of(), Map.of("all", "list<string>"));
    var written =
        Map.<String, Written>of("all", new Written.Value(List.of("x".repeat(Outputs.LIMIT))));

    assertThat(Outputs.keep(written, attempt.request))
        .isInstanceOfSatisfying(
            Result.Failed.class,
            failed ->
                assertThat(failed.message())
                    .startsWith("the outputs are larger than 65536 characters"));
  }
}
