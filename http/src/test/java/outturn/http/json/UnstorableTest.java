package outturn.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.http.problem.Refused;
import outturn.store.identity.Role;

final class UnstorableTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client ADMIN = SERVER.client(Role.ADMIN);

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "a\\u0041", "\\\\u0000", "\\ud83d\\ude00", "😀", "\\u0001"})
  void whatTheDatabaseHoldsIsRead(String text) {
    assertThatCode(() -> FreeJson.read(bytes("{\"a\": [\"" + text + "\"]}")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"a\": \"x\\u0000\"}', \"'a' holds the character U+0000\"",
    "'{\"a\": [1, {\"b\": \"\\ud83d\"}]}', \"'a[1].b' holds the character U+D83D\"",
    "'{\"a\": {\"\\u0000\": 1}}', \"a name in 'a' holds the character U+0000\"",
    "'[\"\\ude00\"]', \"'[0]' holds the character U+DE00\"",
    "'\"\\u0000\"', the body holds the character U+0000"
  })
  void whatItCannotHoldIsRefusedWithItsPlace(String json, String detail) {
    assertThatThrownBy(() -> FreeJson.read(bytes(json)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(detail.replace("\"", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/sessions?user=%00",
        "/api/v1/changes?history=a%00",
        "/api/v1/workflows/a%00b",
        "/outcomes/a%00b/statement"
      })
  void addressesThatHoldItAreRefused(String path) {
    var answer = ADMIN.get(path);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains("holds the character U+0000");
  }

  @Test
  void bodiesThatHoldItAreRefused() {
    var answer =
        ADMIN.send("POST", "/api/v1/users", "{\"name\": \"a\\u0000\", \"role\": \"viewer\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains("'name' holds the character U+0000");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
