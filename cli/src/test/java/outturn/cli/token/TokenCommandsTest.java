package outturn.cli.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class TokenCommandsTest {
  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aTokenIsMadeAndItsTextAloneIsTheOutput() {
    server.on(
        "POST /tokens",
        201,
        "{\"id\":\"7\",\"token\":\"abc\",\"expires\":\"2026-12-23T12:00:00Z\"}");
    var result =
        shell.run(
            "token", "make", "deploy", "--role", "editor", "--project", "housing", "--days", "30");
    assertThat(result.out()).isEqualTo("abc\n");
    assertThat(server.last().body())
        .isEqualTo(
            "{\"label\":\"deploy\",\"days\":30,\"role\":\"editor\",\"projects\":[\"housing\"]}");
  }

  @Test
  void tokensAreListedWithWhatTheyMayDo() {
    server.on(
        "GET /tokens",
        200,
        """
        {"items":[{"id":"7","user":"mary","label":"deploy","role":"editor","projects":["housing"],"services":[],
          "at":{"created":"2026-11-23T08:00:00Z","expires":"2026-11-23T18:00:00Z","lastUsed":null}}]}
        """);
    assertThat(shell.run("token", "list").out())
        .isEqualTo(
            """
            ID  USER  FOR     MAY                EXPIRES
            7   mary  deploy  editor in housing  18:00:00
            """);
  }

  @Test
  void aTokenIsRevoked() {
    server.on("DELETE /tokens/7", 204, "");
    assertThat(shell.run("token", "revoke", "7").out()).isEqualTo("token 7 is revoked\n");
  }
}
