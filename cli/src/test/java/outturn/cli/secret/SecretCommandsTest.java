package outturn.cli.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class SecretCommandsTest {
  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theValueComesFromStandardInputAndIsNeverPrinted() {
    server.on("PUT /secrets/bank-password", 204, "");

    var result = shell.input("s3cr\u00e9t\nline 2\n").run("secret", "set", "bank-password");

    assertThat(result.code()).isZero();
    assertThat(server.last().body()).isEqualTo("s3cr\u00e9t\nline 2");
    assertThat(server.last().headers()).containsEntry("Content-type", "text/plain; charset=utf-8");
    assertThat(result.out()).isEqualTo("secret bank-password is set\n");
    assertThat(result.out() + result.err()).doesNotContain("s3cr");
  }

  @Test
  void anEmptyValueIsRefused() {
    var result = shell.input("\n").run("secret", "set", "x");

    assertThat(result.code()).isEqualTo(2);
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void aValueOnTheCommandLineIsRefused() {
    var result = shell.run("secret", "set", "x", "value");

    assertThat(result.code()).isEqualTo(2);
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void namesAreListed() {
    server.on(
        "GET /secrets",
        200,
        "{\"items\":[{\"name\":\"bank\",\"setBy\":\"mary\",\"setAt\":\"2026-11-20T10:00:00Z\"}],\"next\":null}");

    assertThat(shell.run("secret", "list").out())
        .isEqualTo("SECRET  SET BY  SET\nbank    mary    11-20 10:00\n");
  }

  @Test
  void aSecretIsRemoved() {
    server.on("DELETE /secrets/bank", 204, "");

    assertThat(shell.run("secret", "remove", "bank").out()).isEqualTo("secret bank is removed\n");
    assertThat(server.calls()).containsExactly("DELETE /secrets/bank");
  }
}
