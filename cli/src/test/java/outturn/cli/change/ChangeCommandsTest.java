package outturn.cli.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class ChangeCommandsTest {
  private static final String LETTERS =
      """
      {"name":"letters","title":"Reminders by mail","date":"2026-04-06","type":"go-live","affects":["returns"],"project":null,
       "recorded":{"version":1,"withdrawn":false,"note":"","way":"person","by":"ada","at":"2026-04-07T08:00:00Z"}}
      """;

  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anEventIsTold() {
    server.on("POST /changes", 200, LETTERS);

    var told =
        shell.run(
            "change",
            "add",
            "letters",
            "--date",
            "2026-04-06",
            "--type",
            "go-live",
            "--affects",
            "returns,visits",
            "--explains",
            "returns=2026-03-02");

    assertThat(told.out()).isEqualTo("change letters of 2026-04-06 is recorded (version 1)\n");
    assertThat(server.last().body())
        .isEqualTo(
            "{\"name\":\"letters\",\"date\":\"2026-04-06\",\"type\":\"go-live\",\"affects\":[\"returns\",\"visits\"],\"explains\":{\"measure\":\"returns\",\"period\":\"2026-03-02\"}}");
  }

  @Test
  void eventsAreATable() {
    server.on("GET /changes", 200, "{\"items\":[%s],\"next\":null}".formatted(LETTERS));

    assertThat(shell.run("change", "list").out())
        .isEqualTo(
            """
            DATE        CHANGE   TYPE     TITLE              AFFECTS  FROM
            2026-04-06  letters  go-live  Reminders by mail  returns  ada, version 1
            """);
  }

  @Test
  void aShiftIsAnsweredOneWayOrTheOther() {
    server.on(
        "POST /measures/returns/shifts",
        200,
        "{\"measure\":\"returns\",\"period\":\"2026-03-02\",\"version\":1,\"change\":null,\"note\":\"\",\"by\":\"ada\",\"at\":\"2026-04-07T08:00:00Z\"}");

    assertThat(shell.run("change", "explain", "returns", "2026-03-02", "--not-known").out())
        .isEqualTo("returns, 2026-03-02: the cause is not known\n");
    assertThat(shell.run("change", "explain", "returns", "2026-03-02").err())
        .contains("give either --change NAME or --not-known");
    assertThat(
            shell
                .run(
                    "change",
                    "add",
                    "x",
                    "--date",
                    "2026-04-06",
                    "--type",
                    "outage",
                    "--explains",
                    "returns")
                .err())
        .contains("expected --explains MEASURE=PERIOD");
  }
}
