package outturn.cli.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.cli.FakeServer;
import outturn.cli.Shell;
import outturn.cli.terminal.Terminal.Ability;

class WorkflowsCommandTest {
  private static final String WORKFLOW =
      """
      {"name":"repairs-daily","title":"Next day's repair visits","project":"housing","version":12,
       "service":"repairs","owner":"housing-it",
       "schedules":[{"name":"nightly","cron":"0 2 * * *","timing":"0 2 * * *",
                     "timezone":"Europe/London","next":"2026-11-24T02:00:00Z"}],
       "live":{"waiting":1,"running":2},
       "lastRuns":[{"id":"r2","state":"running","started":"2026-11-23T02:00:00Z","ended":null},
                   {"id":"r1","state":"failed","started":"2026-11-22T02:00:00Z","ended":"2026-11-22T02:01:00Z"}]
       %s}
      """;

  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void allPagesOfWorkflowsAreOneTable() {
    server
        .on(
            "GET /workflows",
            200,
            "{\"items\":[%s],\"next\":\"c\"}".formatted(WORKFLOW.formatted("")))
        .on("GET /workflows", 200, "{\"items\":[{\"name\":\"other\"}],\"next\":null}");

    var result = shell.without(Ability.SIGNS).run("workflows", "--project", "housing");

    assertThat(result.out())
        .isEqualTo(
            """
            WORKFLOW       PROJECT  NOW                   LATEST  NEXT         TITLE
            repairs-daily  housing  2 running, 1 waiting  >x      11-24 02:00  Next day's repair visits
            other
            """);
    assertThat(server.calls())
        .containsExactly(
            "GET /workflows?project=housing&limit=500",
            "GET /workflows?project=housing&limit=500&after=c");
  }

  @Test
  void oneWorkflowIsShownWhole() {
    var more =
        """
        ,"inputs":[{"name":"regions","type":"list<string>","default":["north"],"choices":null,"title":"Where"}],
         "tasks":[{"name":"extract","does":"run","needs":[]},{"name":"load","does":"sql","needs":["extract"]}],
         "occurrences":[{"schedule":"nightly","due":"2026-11-22T02:00:00Z","until":null,"businessDate":"2026-11-21",
            "state":"skipped","run":null,"reason":"not a working day"}]
        """;
    server.on("GET /workflows/repairs-daily", 200, WORKFLOW.formatted(more));

    var result = shell.run("workflows", "repairs-daily");

    assertThat(result.out())
        .startsWith("repairs-daily\n  title    Next day's repair visits\n")
        .contains("  load     sql   extract\n")
        .contains("  regions  list<string>  [\"north\"]  Where\n")
        .contains("  nightly   0 2 * * *  Europe/London  11-24 02:00\n")
        .contains("  11-22 02:00  nightly   2026-11-21  – skipped  not a working day\n")
        .contains("  r1   ✗ failed   11-22 02:00  11-22 02:01\n");
  }

  @Test
  void withoutWorkflowsTheAnswerSaysWhatToDo() {
    server.on("GET /workflows", 200, "{\"items\":[],\"next\":null}");

    assertThat(shell.run("workflows").out()).contains("outturn apply DIR");
  }
}
