package outturn.http.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "",
        "evil.example",
        "/\t/evil.example",
        "/a\\b",
        "/a b",
        "/a\r\nSet-Cookie: x=y",
        "\\\\evil.example",
        "/login?next=/",
        "/logout",
        "/\u00e9",
        "@evil.example",
        "http:/evil.example"
      })
  void whatLeadsElsewhereLeadsHome(String wish) {
    assertThat(LocalPath.of(wish)).isEqualTo(LocalPath.HOME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/portfolio", "/value-map?outcome=a&b=%2F", "/outcomes/x/statement#end"})
  void pathsOfThisServerStay(String wish) {
    assertThat(LocalPath.of(wish).value()).isEqualTo(wish);
  }

  @Test
  void nothingElseCanBeOne() {
    assertThatThrownBy(() -> new LocalPath("//x")).isInstanceOf(IllegalArgumentException.class);
    assertThat(LocalPath.of("/" + "x".repeat(3_000))).isEqualTo(LocalPath.HOME);
  }
}
