package outturn.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.server.proof.Api.Prune;

class RestartTest {
  private static final String PROJECT =
      """
      kind: workflow
      name: patient
      tasks:
        before: {shell: "echo first"}
        rest: {needs: [before], wait: {for: 4s}}
        after: {needs: [rest], run: [cat, note.txt]}
      ---
      kind: workflow
      name: short-work
      tasks: {work: {shell: "sleep 1; echo x=1 > $OUTTURN_OUTPUTS", outputs: {x: int}}}
      ---
      kind: workflow
      name: long-work
      tasks: {work: {shell: sleep 300}}
      ---
      kind: workflow
      name: long-work-again
      tasks: {work: {shell: "[ $OUTTURN_ATTEMPT = 2 ] || sleep 300", repeatable: true}}
      """;

  private final Place place = Place.fresh();

  @AfterEach
  void remove() {
    place.remove();
  }

  @Test
  void aCleanStopLetsWorkEndAndTheNextServerGoesOn() {
    List<String> patient = new ArrayList<>();
    String shortWork;
    String longWork;
    String again;
    try (var first = LiveServer.start(place)) {
      var api = first.api();
      api.apply("restart", Map.of("all.yaml", PROJECT, "note.txt", "kept\n"), Prune.KEEP);
      for (int i = 0; i < 20; i++) patient.add(api.start("patient"));
      patient.forEach(run -> api.task(run, "rest", "running"));
      longWork = api.start("long-work");
      again = api.start("long-work-again");
      shortWork = api.start("short-work");
      for (var run : List.of(longWork, again, shortWork)) api.task(run, "work", "running");
      theFolderIsTaken();
    }
    assertThat(place.isAnnounced()).isFalse();
    assertThat(new Shell(place).run("runs").err()).contains("no server runs in the data folder");

    try (var second = LiveServer.start(place)) {
      var api = second.api();
      assertThat(second.running().url()).isEqualTo(api.url());
      var worked = Api.task(api.ended(shortWork), "work");
      assertThat(worked.path("attempts")).hasSize(1);
      assertThat(worked.path("state").asString()).isEqualTo("succeeded");
      assertThat(api.ended(again).path("state").asString()).isEqualTo("succeeded");
      assertThat(api.get("/runs/" + longWork + "/why").good().at("/reasons/0/kind").asString())
          .isEqualTo("lost-needs-decision");
      for (var run : patient) {
        var ended = api.ended(run);
        assertThat(ended.path("state").asString()).isEqualTo("succeeded");
        assertThat(Api.task(ended, "before").path("attempts")).hasSize(1);
      }
      assertThat(second.says("logs", patient.getFirst(), "--raw").out()).isEqualTo("first\nkept\n");
    }
  }

  private void theFolderIsTaken() {
    var said = new Shell(place).run("server", "--port", "0");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err())
        .contains("the server cannot start")
        .contains(
            "is in use by the Outturn server with process id " + ProcessHandle.current().pid())
        .contains("stop that server, or give this one another data folder");
  }
}
