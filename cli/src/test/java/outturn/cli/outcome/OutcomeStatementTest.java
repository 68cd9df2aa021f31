package outturn.cli.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class OutcomeStatementTest {
  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void withoutAFileItIsText() {
    server.on(
        "GET /outcomes/one-visit/statement",
        200,
        "{\"name\":\"one-visit\",\"text\":\"One visit\\n=========\\n\\nResult\\n  It rose.\\n\"}");

    assertThat(shell.run("outcome", "statement", "one-visit").out())
        .isEqualTo("One visit\n=========\n\nResult\n  It rose.\n");
    assertThat(shell.run("outcome", "statement", "one-visit", "--json").out())
        .contains("\"name\" : \"one-visit\"");
  }

  @Test
  void aFileIsReplacedWhenItsSuccessorIsWhole(@TempDir Path folder) throws IOException {
    var file = folder.resolve("one-visit.pdf");
    Files.writeString(file, "old");
    var missing =
        shell.in(folder).run("outcome", "statement", "one-visit", "--pdf", "one-visit.pdf");
    assertThat(missing.code()).isNotZero();
    assertThat(file).hasContent("old");

    server.onText("GET /outcomes/one-visit/statement.pdf", "application/pdf", "%PDF-");
    var told =
        shell.run(
            "outcome", "statement", "one-visit", "--pdf", "one-visit.pdf", "--as-of", "2026-09-30");
    assertThat(told.out()).isEqualTo("wrote one-visit.pdf\n");
    assertThat(file).hasContent("%PDF-");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void whatCannotBeWrittenIsRefused(@TempDir Path folder) {
    shell.in(folder);
    assertThat(shell.run("outcome", "statement", "one-visit", "--png", "none/x.png").err())
        .contains("none/x.png: there is no such folder");
    assertThat(shell.run("outcome", "statement", "one-visit", "--png", "a", "--pdf", "b").err())
        .contains("--pdf", "mutually exclusive");
    assertThat(server.calls()).isEmpty();
  }
}
