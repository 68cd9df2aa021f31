package outturn.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.server.proof.Api;
import outturn.server.proof.ChildServer;
import outturn.server.proof.Patience;
import outturn.server.proof.Place;

/// The processes of a server that is killed, frozen or stopped.
class GuardedTest {
  private static final String PROJECT =
      """
      kind: workflow
      name: sleeper
      inputs: {pids: {}}
      tasks:
        sleep:
          shell: "sleep 300 & echo $$ $! > $PIDS; wait"
          env: {PIDS: "${inputs.pids}"}
      """;

  private final Place place = Place.fresh();
  @TempDir private Path folder;

  @AfterEach
  void remove() {
    place.remove();
  }

  @Test
  void theProcessesOfAKilledServerEndWithoutTheNextOne() {
    try (var server = ChildServer.start(place, "256m")) {
      startedSleeper(server.api());
      server.kill();

      Patience.until("they end", this::running, List::isEmpty);
    }
  }

  @Test
  void theProcessesOfAFrozenServerEndAndTheirAttemptsAreLost() {
    try (var server = ChildServer.start(place, "256m", "--worker-lease", "30")) {
      var run = startedSleeper(server.api());
      server.freeze();
      Patience.until("they end", this::running, List::isEmpty);

      server.wake();

      var reason =
          Patience.until(
              "a person is asked",
              () ->
                  server.api().get("/runs/" + run + "/why").json().at("/reasons/0/kind").asString(),
              kind -> !kind.equals("working"));
      assertThat(reason).isEqualTo("lost-needs-decision");
    }
  }

  @Test
  void aCleanStopLeavesNoGuardAndNoProcess() {
    List<Long> guards;
    try (var server = ChildServer.start(place, "256m", "--drain", "0")) {
      startedSleeper(server.api());
      guards =
          server
              .process()
              .descendants()
              .filter(GuardedTest::isGuard)
              .map(ProcessHandle::pid)
              .toList();
      assertThat(guards).isNotEmpty();
    }

    Patience.until("no guard", () -> guards.stream().filter(Host::runs).toList(), List::isEmpty);
    assertThat(running()).isEmpty();
  }

  private static boolean isGuard(ProcessHandle process) {
    return List.of(process.info().arguments().orElse(new String[0])).contains("guard");
  }

  private String startedSleeper(Api api) {
    api.apply("guarded", PROJECT);
    var run = api.start("sleeper", Map.of("pids", folder.resolve("pids").toString()));
    Patience.until("it sleeps", this::running, pids -> pids.size() == 2);
    return run;
  }

  /// Those of the sleeping processes that run.
  private List<Long> running() {
    return Host.lines(folder.resolve("pids")).stream()
        .flatMap(line -> List.of(line.split(" ", -1)).stream())
        .map(Long::valueOf)
        .filter(Host::runs)
        .toList();
  }
}
