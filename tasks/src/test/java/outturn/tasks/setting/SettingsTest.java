package outturn.tasks.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final Settings SETTINGS =
      new Settings(
          Map.of(
              "word",
              "a",
              "words",
              List.of("a"),
              "holed",
              Arrays.asList("a", null),
              "m",
              Map.of(1, 2)));

  @Test
  void whatIsNotSetIsEmpty() {
    assertThat(SETTINGS.optionalText("none")).isEmpty();
    assertThat(SETTINGS.any("none")).isEmpty();
    assertThat(SETTINGS.list("none")).isEmpty();
    assertThat(SETTINGS.map("none")).isEmpty();
  }

  @Test
  void whatIsSetHasItsType() {
    assertThat(SETTINGS.text("word")).isEqualTo("a");
    assertThat(SETTINGS.list("words")).isEqualTo(List.of("a"));
    assertThat(SETTINGS.map("m")).isEqualTo(Map.of("1", 2));
  }

  @Test
  void aWrongTypeIsNamed() {
    assertThatThrownBy(() -> SETTINGS.text("words"))
        .hasMessage("setting 'words' is not of that type; expected text");
    assertThatThrownBy(() -> SETTINGS.list("holed"))
        .hasMessage("setting 'holed' is not of that type; expected a list without nulls");
    assertThatThrownBy(() -> SETTINGS.map("word"))
        .hasMessage("setting 'word' is not of that type; expected a map");
    assertThatThrownBy(() -> SETTINGS.text("none"))
        .hasMessage("setting 'none' is missing; expected text");
  }
}
