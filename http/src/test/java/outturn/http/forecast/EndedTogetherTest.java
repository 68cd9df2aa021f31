package outturn.http.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.runtime.forecast.Foresight;
import outturn.store.identity.Role;

/// However many runs end at one time, none stays in memory for long.
class EndedTogetherTest {
  private static final int RUNS = 350;
  private static final TestServer SERVER = TestServer.start();
  private static final Client OPERATOR = SERVER.client(Role.OPERATOR);

  // By a clock that stands still nothing takes time, so that one step does all there is to do.
  private final Foresight foresight =
      OwnForesight.of(SERVER.services(), SERVER.jdbi(), _ -> {}, () -> 0, () -> 0);

  @BeforeAll
  static void apply() {
    var text =
        """
        kind: project
        name: many
        ---
        kind: workflow
        name: ends
        deadlines: [{name: all, by: "+1d 12:00"}]
        tasks: {step: {approval: {role: operator}}}
        """;
    SERVER.apply("many", Client.onlyFile(text));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void allThatHaveEndedAreForgottenInOneStep() {
    var runs = started();
    foresight.step();
    assertThat(foresight.all()).hasSize(RUNS);

    runs.forEach(EndedTogetherTest::cancel);
    foresight.step();

    assertThat(foresight.all()).isEmpty();
    foresight.close();
  }

  private static List<String> started() {
    var wishes = Collections.nCopies(RUNS, Map.of("workflow", "ends"));
    var ids = new ArrayList<String>();
    var answer = OPERATOR.post("/api/v1/runs", Map.of("runs", wishes));
    answer.json().path("runs").forEach(run -> ids.add(run.path("id").asString()));
    return ids;
  }

  private static void cancel(String run) {
    assertThat(OPERATOR.post("/api/v1/runs/%s/cancel".formatted(run), Map.of()).status())
        .isLessThan(300);
  }
}
