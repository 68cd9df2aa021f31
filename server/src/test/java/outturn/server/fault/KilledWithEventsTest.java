package outturn.server.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.server.fault.EventSender.EVENTS;
import static outturn.server.fault.EventSender.FILES;
import static outturn.server.fault.EventSender.KEYS;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.server.proof.Api;
import outturn.server.proof.ChildServer;
import outturn.server.proof.Patience;
import outturn.server.proof.Place;
import tools.jackson.databind.JsonNode;

/// The server is killed again and again while webhooks, files and joined events come in, approvals
/// are answered, and runs wait for a run of another workflow. Each event starts one run, each
/// approval has one outcome, and each run that waited begins once.
class KilledWithEventsTest {
  private static final int KILLS = 4;
  private static final String PROJECT =
      """
      {kind: workflow, name: hooked, tasks: {t: {}}, triggers: [{name: go, webhook: {}}]}
      ---
      {kind: workflow, name: after, tasks: {t: {}}, triggers: [{name: end, event: {workflow: hooked}}]}
      ---
      kind: workflow
      name: joined
      triggers:
        - name: both
          all: [{name: hook, webhook: {}}, {name: end, event: {workflow: hooked, task: t}}]
      tasks: {t: {}}
      ---
      kind: workflow
      name: filed
      inputs: {file: {}}
      triggers:
        - name: there
          file: {path: "FOLDER/in-*.csv", stable: 0s, existing: start}
          inputs: {file: "${trigger.path}"}
      tasks: {t: {}}
      ---
      kind: workflow
      name: asked
      triggers: [{name: go, webhook: {}}]
      tasks: {sign: {approval: {role: operator}}, pay: {needs: sign}}
      ---
      kind: workflow
      name: prices
      triggers: [{name: go, webhook: {}, businessDate: "2026-03-02"}]
      tasks: {t: {}}
      ---
      kind: workflow
      name: needing
      triggers: [{name: go, webhook: {}, businessDate: "2026-03-03"}]
      dependsOn: [{workflow: prices, businessDate: previous}]
      tasks: {t: {}}
      """;

  private final Place place = Place.fresh();
  @TempDir private Path folder;

  @AfterEach
  void remove() {
    place.remove();
  }

  @Test
  void eachEventStartsOneRunHoweverOftenTheServerIsKilled() throws InterruptedException {
    var sender = killedAgainAndAgain();
    try (var last = ChildServer.start(place, "512m")) {
      sender.server(last.api());
      sender.join();
      var wanted =
          Map.of(
              "hooked", EVENTS,
              "after", EVENTS,
              "joined", EVENTS,
              "filed", FILES,
              "asked", EVENTS,
              "needing", EVENTS,
              "prices", 1);
      wanted.forEach((workflow, count) -> thereAre(last.api(), workflow, count));
      for (var workflow : List.of("hooked", "after", "filed", "asked", "needing")) {
        eachStartedItsOwn(last.api(), workflow, wanted.getOrDefault(workflow, 0));
      }
      var joined = events(last.api(), "joined");
      var states =
          IntStream.range(0, joined.size()).mapToObj(i -> joined.path(i).path("state").asString());
      assertThat(states).hasSize(2 * EVENTS).containsOnly("started");
      eachApprovalHasOneOutcome(last.api());
    }
  }

  /// Plays it up to the last kill.
  private EventSender killedAgainAndAgain() throws InterruptedException {
    EventSender sender;
    try (var first = ChildServer.start(place, "512m")) {
      first.api().apply("events", PROJECT.replace("FOLDER", folder.toString()));
      sender = new EventSender(folder, first.api());
      sender.start();
      killAt(1, sender, first);
    }
    for (int kill = 2; kill <= KILLS; kill++) {
      try (var next = ChildServer.start(place, "512m")) {
        sender.server(next.api());
        killAt(kill, sender, next);
      }
    }
    return sender;
  }

  private static void killAt(int kill, EventSender sender, ChildServer server) {
    int part = KEYS * kill / (KILLS + 1);
    Patience.whileItGoesOn("its part of the events", sender::taken, taken -> taken >= part);
    server.kill();
  }

  private static void thereAre(Api api, String workflow, int count) {
    Patience.until(
        "%d runs of %s have ended".formatted(count, workflow),
        () -> api.all("/runs?workflow=" + workflow),
        runs -> runs.size() >= count && runs.stream().allMatch(Api::hasEnded));
    assertThat(api.all("/runs?workflow=" + workflow)).as(workflow).hasSize(count);
  }

  private static JsonNode events(Api api, String workflow) {
    return api.get("/events?limit=500&workflow=" + workflow).good().path("items");
  }

  private static void eachStartedItsOwn(Api api, String workflow, int count) {
    var events = events(api, workflow);
    var runs = new HashSet<String>();
    for (var event : events) {
      assertThat(event.path("state").asString()).as(event.toString()).isEqualTo("started");
      runs.add(event.path("run").asString());
    }
    assertThat(runs).as(workflow).hasSize(events.size()).hasSize(count);
  }

  private static void eachApprovalHasOneOutcome(Api api) {
    for (var event : events(api, "asked")) {
      int number = Integer.parseInt(event.path("key").asString().substring("asked".length()));
      boolean rejected = EventSender.rejected(number);
      var run = api.run(event.path("run").asString());
      var acts = run.path("acts");
      assertThat(acts).as(run.toString()).hasSize(1);
      assertThat(acts.path(0).path("after").asString())
          .as(run.toString())
          .isEqualTo(rejected ? "rejected" : "approved");
      assertThat(run.path("state").asString()).isEqualTo(rejected ? "failed" : "succeeded");
      assertThat(Api.task(run, "sign").path("attempts")).as(run.toString()).hasSize(1);
      assertThat(Api.task(run, "pay").path("state").asString())
          .isEqualTo(rejected ? "skipped" : "succeeded");
    }
  }
}
