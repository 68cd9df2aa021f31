package outturn.http.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.store.identity.Role;

final class RepositoryTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client PROGRAM = SERVER.client(Role.EDITOR);
  private static final Client BROWSER = SERVER.browser(Role.EDITOR);
  private static final String KEPT =
      "kind: project\nname: %s\nrepository: https://git.example.org/ops/kept\n";
  private static final String FREE = "kind: project\nname: %s\n";

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void whatIsKeptUnderVersionControlIsShownWithItsPlace() {
    assertThat(apply(PROGRAM, "shown", KEPT, 0).status()).isEqualTo(200);
    var files = BROWSER.get("/api/v1/projects/shown/files").json();
    assertThat(files.path("repository").asString()).isEqualTo("https://git.example.org/ops/kept");
    assertThat(files.path("files").size()).isEqualTo(1);

    assertThat(apply(PROGRAM, "free", FREE, 0).status()).isEqualTo(200);
    assertThat(BROWSER.get("/api/v1/projects/free/files").json().path("repository").isNull())
        .isTrue();
  }

  @Test
  void aBrowserDoesNotChangeItAndIsToldWhereToDoThat() {
    assertThat(apply(BROWSER, "kept", KEPT, 0).status()).isEqualTo(200);
    var refused = apply(BROWSER, "kept", FREE, 1);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.detail())
        .contains("'kept'", "https://git.example.org/ops/kept", "outturn apply");
    assertThat(current("kept")).isEqualTo(1);

    assertThat(apply(PROGRAM, "kept", FREE, 1).status()).isEqualTo(200);
    assertThat(apply(BROWSER, "kept", KEPT, 2).status()).isEqualTo(200);
    assertThat(current("kept")).isEqualTo(3);
  }

  private static int current(String project) {
    return BROWSER.get("/api/v1/projects/" + project + "/files").json().path("current").asInt();
  }

  private static Client.Answer apply(Client client, String project, String text, int base) {
    var file =
        Base64.getEncoder()
            .encodeToString(text.formatted(project).getBytes(StandardCharsets.UTF_8));
    return client.post(
        "/api/v1/projects/" + project + "/apply",
        Map.of("files", Map.of("outturn.yaml", file), "base", base));
  }
}
