package outturn.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.WorkflowSketch.workflow;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import outturn.definition.expression.ValueType;

class InputsTest {
  private static final ValueType NUMBERS = new ValueType.ListOf(ValueType.INT);

  private static Inputs given(ValueType type, Object value) {
    return Inputs.of(workflow("w").input("x", type).drawn(), Collections.singletonMap("x", value));
  }

  static Stream<Arguments> fitting() {
    return Stream.of(
        Arguments.of(ValueType.STRING, "north", "north"),
        Arguments.of(ValueType.INT, 3, 3L),
        Arguments.of(ValueType.INT, 3L, 3L),
        Arguments.of(ValueType.INT, "3", 3L),
        Arguments.of(ValueType.NUMBER, 3, 3.0),
        Arguments.of(ValueType.NUMBER, "3.5", 3.5),
        Arguments.of(ValueType.BOOLEAN, true, true),
        Arguments.of(ValueType.BOOLEAN, "false", false),
        Arguments.of(ValueType.DATE, "2026-03-29", "2026-03-29"),
        Arguments.of(ValueType.MAP, Map.of("a", 1L), Map.of("a", 1L)),
        Arguments.of(ValueType.ANY, List.of(1L, "a"), List.of(1L, "a")),
        Arguments.of(NUMBERS, List.of(1, "2"), List.of(1L, 2L)));
  }

  @ParameterizedTest
  @MethodSource("fitting")
  void aValueIsKeptInTheFormOfItsType(ValueType type, Object value, Object kept) {
    assertThat(given(type, value)).isEqualTo(new Inputs.Complete(Map.of("x", kept)));
  }

  static Stream<Arguments> unfit() {
    return Stream.of(
        Arguments.of(ValueType.STRING, 3),
        Arguments.of(ValueType.INT, "three"),
        Arguments.of(ValueType.INT, 3.0),
        Arguments.of(ValueType.NUMBER, "NaN"),
        Arguments.of(ValueType.NUMBER, "much"),
        Arguments.of(ValueType.BOOLEAN, "yes"),
        Arguments.of(ValueType.DATE, "2026-02-30"),
        Arguments.of(ValueType.MAP, List.of()),
        Arguments.of(NUMBERS, "1"),
        Arguments.of(NUMBERS, List.of("a")),
        Arguments.of(NUMBERS, Arrays.asList(1, null)));
  }

  @ParameterizedTest
  @MethodSource("unfit")
  void aValueOfAnotherTypeIsRefused(ValueType type, Object value) {
    assertThat(given(type, value))
        .isEqualTo(
            new Inputs.Refused(
                List.of("input 'x' is to be %s, not '%s'".formatted(type.word(), value))));
  }

  @Test
  void anInputThatIsNotGivenHasItsDefault() {
    var workflow = workflow("w").input("day", ValueType.STRING, "monday").drawn();

    assertThat(Inputs.of(workflow, Map.of()))
        .isEqualTo(new Inputs.Complete(Map.of("day", "monday")));
    assertThat(Inputs.of(workflow, Map.of("day", "friday")))
        .isEqualTo(new Inputs.Complete(Map.of("day", "friday")));
  }

  @Test
  void anInputWithoutADefaultIsRequired() {
    assertThat(Inputs.of(workflow("w").input("x", ValueType.INT).drawn(), Map.of()))
        .isEqualTo(new Inputs.Refused(List.of("input 'x' (int) is required")));
    assertThat(given(ValueType.INT, null))
        .isEqualTo(new Inputs.Refused(List.of("input 'x' (int) is required")));
  }

  @Test
  void onlyTheChoicesAreAllowed() {
    var workflow = workflow("w").input("size", ValueType.INT, 1L, 1L, 2L).drawn();

    assertThat(Inputs.of(workflow, Map.of("size", 2))).isInstanceOf(Inputs.Complete.class);
    assertThat(Inputs.of(workflow, Map.of("size", 3)))
        .isEqualTo(new Inputs.Refused(List.of("input 'size' is to be one of [1, 2], not '3'")));
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    var workflow = workflow("w").input("a", ValueType.INT).input("b", ValueType.INT).drawn();

    assertThat(Inputs.of(workflow, Map.of("c", 1, "b", "x")))
        .isEqualTo(
            new Inputs.Refused(
                List.of(
                    "workflow 'w' has no input 'c'; it has: a, b",
                    "input 'a' (int) is required",
                    "input 'b' is to be int, not 'x'")));
  }
}
