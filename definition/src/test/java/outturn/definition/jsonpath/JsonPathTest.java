package outturn.definition.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Expected values follow the examples of RFC 9535, sections 2.3.1 to 2.3.3.
class JsonPathTest {
  private static final Object NAMES = Map.of("o", Map.of("j j", Map.of("k.k", 3L)), "'", 2L);

  private static Object select(String path, Object root) {
    return JsonPath.parse(path).select(root);
  }

  @Test
  void namesArePickedInBothForms() {
    assertThat(select("$", "root")).isEqualTo(List.of("root"));
    assertThat(select("$.o['j j']['k.k']", NAMES)).isEqualTo(List.of(3L));
    assertThat(select("$.o[\"j j\"][\"k.k\"]", NAMES)).isEqualTo(List.of(3L));
    assertThat(select("$[\"'\"]", NAMES)).isEqualTo(List.of(2L));
    assertThat(select("$['\\'']", NAMES)).isEqualTo(List.of(2L));
    assertThat(select("$.absent.more", NAMES)).isEqualTo(List.of());
  }

  @Test
  void placesCountFromBothEnds() {
    assertThat(select("$[1]", List.of("a", "b"))).isEqualTo(List.of("b"));
    assertThat(select("$[-2]", List.of("a", "b"))).isEqualTo(List.of("a"));
    assertThat(select("$[2]", List.of("a", "b"))).isEqualTo(List.of());
    assertThat(select("$[0]", Map.of("0", 1L))).isEqualTo(List.of());
  }

  @Test
  void aStarPicksAllOfAListAndOfAnObject() {
    var root = Map.of("a", List.of(5L, 3L), "o", Map.of("j", 1L));
    assertThat(select("$.a[*]", root)).isEqualTo(List.of(5L, 3L));
    assertThat(select("$.o.*", root)).isEqualTo(List.of(1L));
    assertThat(select("$.a[*].x", root)).isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "a.b", "$.", "$a", "$..a", "$[", "$[01]", "$[-0]", "$[1:2]", "$[?@.a]", "$.a b", "$['a]"
      })
  void whatIsNoPathOfThisKindIsRefused(String text) {
    assertThatThrownBy(() -> JsonPath.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
