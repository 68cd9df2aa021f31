package outturn.cli.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class UserCommandsTest {
  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aUserIsAddedAndTheTokenAloneIsTheOutput() {
    server.on("POST /users", 201, "{\"name\":\"mary\",\"role\":\"operator\",\"token\":\"abc\"}");

    var result = shell.run("user", "add", "mary", "--role", "operator");

    assertThat(result.out()).isEqualTo("abc\n");
    assertThat(result.err()).contains("shown only now");
    assertThat(server.last().body()).isEqualTo("{\"name\":\"mary\",\"role\":\"operator\"}");
  }

  @Test
  void aPasswordIsGivenFromStandardInputAndNeverPrinted() {
    server.on("PUT /users/mary/password", 204, "");
    var result = shell.input("four words do well\n").run("user", "password", "mary");
    assertThat(server.last().body()).isEqualTo("{\"password\":\"four words do well\"}");
    assertThat(result.out()).contains("mary has a new password").doesNotContain("four words");
    assertThat(shell.input("\n").run("user", "password", "mary").code()).isEqualTo(2);
  }

  @Test
  void onesOwnPasswordIsChangedWithTheOneUntilNow() {
    server.on("PUT /me/password", 204, "");
    var result = shell.input("the old one\nfour words do well\n").run("user", "password");
    assertThat(result.code()).isZero();
    assertThat(server.last().body())
        .isEqualTo("{\"current\":\"the old one\",\"new\":\"four words do well\"}");
  }

  @Test
  void aRoleIsGivenForAProjectAndTakenAway() {
    server.on("POST /grants", 204, "");
    var given = shell.run("user", "grant", "mary", "operator", "--project", "housing");
    assertThat(given.out()).isEqualTo("mary is operator for project housing\n");
    assertThat(server.last().body())
        .isEqualTo("{\"user\":\"mary\",\"role\":\"operator\",\"project\":\"housing\"}");
    server.on("DELETE /grants", 204, "");
    assertThat(shell.run("user", "revoke", "repairs", "--service", "repairs", "--group").out())
        .isEqualTo("repairs has no role of its own for service repairs any more\n");
    assertThat(shell.run("user", "grant", "a", "viewer", "--project", "b", "--service", "c").code())
        .isEqualTo(2);
  }

  @Test
  void somebodyIsShutOut() {
    server.on("DELETE /users/mary/access", 204, "");
    assertThat(shell.run("user", "shut-out", "mary").out())
        .isEqualTo("mary is shut out; `outturn user password mary` lets mary in again\n");
  }

  @Test
  void theAuditTrailIsShownWithItsReasons() {
    server.on(
        "GET /audit",
        200,
        """
        {"items":[{"id":"9","at":"2026-11-23T08:00:00Z","who":"mary","action":"run cancel","subject":"4",
          "details":{"why":"the bank is late"}}],"next":null}
        """);
    assertThat(shell.run("audit", "--who", "mary").out())
        .isEqualTo(
            """
            WHEN      WHO   DID         TO  WHY
            08:00:00  mary  run cancel  4   the bank is late
            """);
  }

  @Test
  void usersAreListed() {
    server.on(
        "GET /users",
        200,
        """
        {"items":[{"name":"mary","role":"operator","created":"2026-11-23T08:00:00Z","lastUsed":null},
                  {"name":"admin","role":"admin","created":"2025-11-23T08:00:00Z","lastUsed":"2026-11-23T11:00:00Z"}]}
        """);

    assertThat(shell.run("user", "list").out())
        .isEqualTo(
            """
            USER   ROLE      CREATED           LAST HERE
            mary   operator  08:00:00
            admin  admin     2025-11-23 08:00  11:00:00
            """);
  }

  @Test
  void aLoginLinkIsTheOutput() {
    server.on(
        "POST /logins", 201, "{\"url\":\"/login?code=xyz\",\"expires\":\"2026-11-23T12:10:00Z\"}");

    var result = shell.run("login");

    assertThat(result.out()).isEqualTo(server.url() + "/login?code=xyz\n");
    assertThat(result.err()).contains("until 12:10:00");
  }

  @Test
  void aMissingRoleIsExitCodeFour() {
    server.refuses(
        "GET /users", 403, "forbidden", "this needs the role admin; yours is viewer", "");

    var result = shell.run("user", "list");

    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains("needs the role admin");
  }
}
