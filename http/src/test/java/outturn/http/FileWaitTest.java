package outturn.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.store.identity.Role;

class FileWaitTest {
  @Test
  void aRunWaitsForItsFileAndKnowsIt(@TempDir Path folder) throws IOException {
    try (var server = TestServer.start()) {
      var operator = server.client(Role.OPERATOR);
      apply(server, folder);
      var id = operator.start(Map.of("workflow", "load", "businessDate", "2026-01-31"));
      while (!why(operator, id).contains("to be there and unchanged")) Client.pause();
      assertThat(why(operator, id))
          .contains("\"kind\":\"event\"", folder + "/loans-2026-01-31-*.csv");

      Files.writeString(folder.resolve("loans-2026-01-30-1.csv"), "yesterday");
      Files.writeString(folder.resolve("loans-2026-01-31-1.csv"), "today");

      var run = operator.await(id, "succeeded");
      assertThat(run.path("outputs").path("file").asString())
          .isEqualTo(folder + "/loans-2026-01-31-1.csv");
      assertThat(run.path("outputs").path("size").asInt()).isEqualTo(5);
    }
  }

  private static String why(Client operator, String id) {
    return operator.get("/api/v1/runs/%s/why?task=file".formatted(id)).body();
  }

  private static void apply(TestServer server, Path folder) {
    var project =
        """
        {kind: project, name: loans}
        ---
        kind: workflow
        name: load
        tasks:
          file: {waitFor: {file: "%s/loans-${businessDate}-*.csv", stable: 200ms, within: 1h}}
          load: {needs: file}
        outputs: {file: "${tasks.file.outputs.path}", size: "${tasks.file.outputs.size}"}
        """
            .formatted(folder);
    server.apply(
        "loans",
        Map.of("outturn.yaml", Base64.getEncoder().encodeToString(project.getBytes(UTF_8))));
  }
}
