package outturn.http.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import outturn.http.TestServer;
import outturn.store.identity.Role;

final class ProjectSchemaTest {
  private static final TestServer SERVER = TestServer.start();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void editorsReadWhichFieldsADocumentMayHave() {
    var schema = SERVER.client(Role.VIEWER).get("/api/v1/project-schema").json();

    var workflow = schema.path("$defs").path("workflow").path("properties");
    assertThat(workflow.has("schedules")).isTrue();
    assertThat(schema.path("properties").path("kind").path("enum").toString())
        .contains("\"workflow\"", "\"outcome\"");
  }
}
