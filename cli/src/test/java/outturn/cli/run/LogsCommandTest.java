package outturn.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class LogsCommandTest {
  private static final String ESCAPE = "\\u001b[31mred\\u001b[0m\\ttab";

  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private void twoPages() {
    server
        .on(
            "GET /runs/r/logs",
            200,
            """
            {"items":[{"task":"a","attempt":1,"at":"2026-11-23T10:00:00Z","stream":"out","text":"%s"}],
             "next":"c1","ended":true}
            """
                .formatted(ESCAPE))
        .on(
            "GET /runs/r/logs",
            200,
            """
            {"items":[{"task":"a","attempt":1,"at":"2026-11-23T10:00:01Z","stream":"err","text":"two"}],
             "next":"c2","ended":true}
            """)
        .on("GET /runs/r/logs", 200, "{\"items\":[],\"next\":\"c2\",\"ended\":true}");
  }

  @Test
  void allPagesArePrintedAndNothingSteersTheTerminal() {
    twoPages();

    var result = shell.run("logs", "r", "a", "--item", "0", "--attempt", "2");

    assertThat(result.out()).isEqualTo("10:00:00 a | red tab\n10:00:01 a ! two\n");
    assertThat(server.calls())
        .containsExactly(
            "GET /runs/r/logs?task=a&item=0&attempt=2&limit=500",
            "GET /runs/r/logs?task=a&item=0&attempt=2&after=c1&limit=500",
            "GET /runs/r/logs?task=a&item=0&attempt=2&after=c2&limit=500");
  }

  @Test
  void rawIsTheTextAsWritten() {
    twoPages();

    assertThat(shell.run("logs", "r", "--raw").out())
        .isEqualTo("\u001b[31mred\u001b[0m\ttab\ntwo\n");
  }

  @Test
  void jsonIsAllPagesAsOne() {
    twoPages();

    assertThat(shell.run("logs", "r", "--json").out())
        .contains("\"two\"")
        .contains("\"next\" : \"c2\"")
        .contains("\"ended\" : true");
  }

  @Test
  void followingARunEndsWithItsResult() {
    twoPages();
    server.on("GET /runs/r", 200, "{\"id\":\"r\",\"workflow\":\"w\",\"state\":\"succeeded\"}");

    assertThat(shell.run("logs", "r", "--follow").out())
        .endsWith("10:00:01 a ! two\n✓ succeeded: run r of w\n");
    assertThat(shell.pressCtrlC()).startsWith("run r goes on;");
  }
}
