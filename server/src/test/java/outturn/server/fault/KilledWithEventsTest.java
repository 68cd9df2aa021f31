package outturn.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.server.proof.Api;
import outturn.server.proof.ChildServer;
import outturn.server.proof.Patience;
import outturn.server.proof.Place;

/// The server is killed again and again while webhooks, files and joined events come in. Senders
/// say again under the same key what they had no answer to. Each event starts one run.
class KilledWithEventsTest {
  private static final int EVENTS = 60;
  private static final int FILES = 20;
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
      """;

  private final Place place = Place.fresh();
  private final AtomicReference<Api> server = new AtomicReference<>();
  private final Set<String> taken = ConcurrentHashMap.newKeySet();
  @TempDir private Path folder;

  @AfterEach
  void remove() {
    place.remove();
  }

  @Test
  void eachEventStartsOneRunHoweverOftenTheServerIsKilled() throws InterruptedException {
    var sender = Thread.ofVirtual().unstarted(this::send);
    for (int kill = 1; kill <= KILLS; kill++) {
      int part = 2 * EVENTS * kill / (KILLS + 1);
      try (var child = ChildServer.start(place, "512m")) {
        server.set(child.api());
        if (kill == 1) {
          child.api().apply("events", PROJECT.replace("FOLDER", folder.toString()));
          sender.start();
        }
        Patience.whileItGoesOn("its part of the events", taken::size, size -> size >= part);
        child.kill();
      }
    }
    try (var last = ChildServer.start(place, "512m")) {
      server.set(last.api());
      sender.join();
      check(last.api());
    }
  }

  private void send() {
    for (int event = 0; event < EVENTS; event++) {
      if (event < FILES) write(event);
      sendUntilTaken("/hooks/hooked/go", "k" + event);
      sendUntilTaken("/hooks/joined/both.hook", "j" + event);
    }
  }

  private void write(int number) {
    try {
      var fresh = folder.resolve("fresh");
      Files.writeString(fresh, "x".repeat(number + 1));
      Files.move(fresh, folder.resolve("in-%d.csv".formatted(number)));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /// Who has no answer asks again, and who has one sometimes too.
  private void sendUntilTaken(String path, String key) {
    int answers = 0;
    while (answers < (key.endsWith("3") ? 2 : 1)) {
      try {
        var answer = server.get().post(path, Map.of(), Map.of("Idempotency-Key", key));
        if (answer.status() == 202) answers++;
      } catch (RuntimeException gone) {
        pause();
      }
    }
    taken.add(key);
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void check(Api api) {
    var wanted = Map.of("hooked", EVENTS, "after", EVENTS, "joined", EVENTS, "filed", FILES);
    wanted.forEach((workflow, count) ->
        Patience.until(
            "%d runs of %s have ended".formatted(count, workflow),
            () -> api.all("/runs?workflow=" + workflow),
            runs -> runs.size() >= count && runs.stream().allMatch(Api::hasEnded)));
    wanted.forEach((workflow, count) ->
        assertThat(api.all("/runs?workflow=" + workflow)).as(workflow).hasSize(count));
    for (var workflow : List.of("hooked", "after", "filed")) {
      var events = api.get("/events?limit=500&workflow=" + workflow).good().path("items");
      var runs = new HashSet<String>();
      for (var event : events) {
        assertThat(event.path("state").asString()).as(event.toString()).isEqualTo("started");
        runs.add(event.path("run").asString());
      }
      assertThat(runs)
          .as(workflow)
          .hasSize(events.size())
          .hasSize(wanted.getOrDefault(workflow, 0));
    }
    var joined = api.get("/events?limit=500&workflow=joined").good().path("items");
    var states =
        IntStream.range(0, joined.size()).mapToObj(i -> joined.path(i).path("state").asString());
    assertThat(states).hasSize(2 * EVENTS).containsOnly("started");
  }
}
