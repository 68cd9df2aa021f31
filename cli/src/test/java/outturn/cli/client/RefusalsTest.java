package outturn.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class RefusalsTest {
  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400, bad-request, 1",
    "401, unauthenticated, 4",
    "403, forbidden, 4",
    "404, not-found, 1",
    "409, moved, 1",
    "422, invalid-input, 1",
    "429, overloaded, 3",
    "500, internal, 3",
    "503, not-ready, 3",
  })
  void eachStatusHasItsExitCodeAndItsSentence(int status, String code, int exit) {
    server.refuses("GET /runs", status, code, "this is why", "");

    var result = shell.run("runs");

    assertThat(result.code()).isEqualTo(exit);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("outturn: this is why\n").contains("try again in 7 s");
  }

  @Test
  void aTokenThatIsNotAcceptedIsToldWithItsOrigin() {
    server.refuses("GET /runs", 401, "unauthenticated", "sign in first", "");

    assertThat(shell.run("runs").err()).contains("the token of OUTTURN_SERVER was not accepted");
  }

  @Test
  void theServersProblemIsPrintedAsJsonWhereJsonIsWanted() {
    server.refuses("GET /runs", 403, "forbidden", "needs the role viewer", "");

    assertThat(shell.run("runs", "--json").out()).contains("\"code\":\"forbidden\"");
  }

  @Test
  void problemsOfDefinitionsAreToldWithTheirPlaces() {
    server.refuses(
        "GET /runs",
        422,
        "invalid-definition",
        "1 problem",
        ",\"errors\":[{\"file\":\"a.yaml\",\"line\":3,\"column\":5,\"code\":\"x\",\"message\":\"no\",\"hint\":\"do\"}]");

    assertThat(shell.run("runs").err()).contains("  a.yaml:3:5: no\n    do\n");
  }

  @ParameterizedTest
  @CsvSource({"200, <html>", "502, <html>", "302, {}"})
  void whatIsNotTheApiIsSaid(int status, String body) {
    server.on("GET /runs", status, body);

    var result = shell.run("runs");

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err()).contains("is not Outturn");
  }
}
