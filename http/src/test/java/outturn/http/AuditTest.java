package outturn.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import outturn.store.audit.Act;
import outturn.store.identity.Role;

class AuditTest {
  private static final TestServer SERVER = TestServer.start();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static void record(String who, String action, String subject) {
    SERVER.services().access().audit().record(new Act(who, action, subject, Map.of("why", "=1+1")));
  }

  @Test
  void theTrailIsReadPageByPageAndFiltered() {
    var admin = SERVER.client(Role.ADMIN);
    for (int i = 0; i < 5; i++) record("zoe", "zebra feed", "zebra-" + i);
    record("zoe", "lion feed", "lion");
    var seen = new ArrayList<String>();
    var path = "/api/v1/audit?who=zoe&action=zebra&limit=2";
    for (var next = ""; seen.size() < 10; ) {
      var page = admin.get(path + next).json();
      for (var entry : page.path("items")) seen.add(entry.path("subject").asString());
      if (page.path("next").isNull()) break;
      next = "&after=" + page.path("next").asString();
    }
    assertThat(seen).containsExactly("zebra-4", "zebra-3", "zebra-2", "zebra-1", "zebra-0");
    var one = admin.get("/api/v1/audit?subject=lion").json().path("items");
    assertThat(one.size()).isEqualTo(1);
    assertThat(one.path(0).path("details").path("why").asString()).isEqualTo("=1+1");
    var later = Instant.now().plusSeconds(60);
    assertThat(admin.get("/api/v1/audit?who=zoe&from=" + later).json().path("items").size())
        .isZero();
    assertThat(admin.get("/api/v1/audit?who=zoe&to=" + later).json().path("items").size())
        .isEqualTo(6);
  }

  @Test
  void theExportIsCsvThatNoSpreadsheetRuns() {
    record("=cmd|calc", "yak feed", "a \"quoted\", yak");
    var csv = SERVER.client(Role.ADMIN).get("/api/v1/audit.csv?action=yak");
    assertThat(csv.type()).isEqualTo("text/csv");
    var lines = List.of(csv.body().split("\r\n", -1));
    assertThat(lines.getFirst())
        .isEqualTo("\"id\",\"at\",\"who\",\"action\",\"subject\",\"details\"");
    assertThat(lines.get(1)).contains("\"'=cmd|calc\",\"yak feed\",\"a \"\"quoted\"\", yak\"");
    assertThat(csv.headers()).containsEntry("x-content-type-options", "nosniff");
  }
}
