package outturn.server.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import outturn.server.proof.Api;

/// Those who send events to a server that is killed now and then, and who answer what runs ask. Who
/// has no answer says it again.
final class EventSender {
  static final int EVENTS = 60;
  static final int FILES = 20;
  static final int KEYS = 4 * EVENTS;

  private final Path folder;
  private final Set<String> taken = ConcurrentHashMap.newKeySet();
  private final Thread events = Thread.ofVirtual().unstarted(this::sendAll);
  private final Thread answers = Thread.ofVirtual().unstarted(this::answerAll);
  private volatile Api server;

  EventSender(Path folder, Api server) {
    this.folder = folder;
    this.server = server;
  }

  void start() {
    events.start();
    answers.start();
  }

  /// The server was started again.
  void server(Api started) {
    server = started;
  }

  /// Waits until all is sent and answered.
  void join() throws InterruptedException {
    events.join();
    answers.join();
  }

  /// How many events were taken so far.
  int taken() {
    return taken.size();
  }

  /// Whether the run of this event is rejected, by its number.
  static boolean rejected(int event) {
    return event % 3 == 0;
  }

  private void sendAll() {
    for (int event = 0; event < EVENTS; event++) {
      if (event < FILES) write(event);
      send("/hooks/hooked/go", "hooked" + event);
      send("/hooks/joined/both.hook", "joined" + event);
      send("/hooks/asked/go", "asked" + event);
      send("/hooks/needing/go", "needing" + event);
      if (event == EVENTS * 3 / 4) send("/hooks/prices/go", "prices");
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

  /// Sends an event until it is taken, and sometimes once more.
  private void send(String path, String key) {
    int times = key.endsWith("3") ? 2 : 1;
    for (int time = 0; time < times; time++) {
      untilIsSo(() -> post(path, Map.of("Idempotency-Key", key)).status() == 202);
    }
    taken.add(key);
  }

  private void answerAll() {
    for (int event = 0; event < EVENTS; event++) answer(event);
  }

  /// One person answers; another one says the contrary after that, and comes too late.
  private void answer(int event) {
    var run = run("asked" + event);
    var task = "/runs/%s/tasks/sign/".formatted(run);
    var first = rejected(event) ? "reject" : "approve";
    var second = rejected(event) ? "approve" : "reject";
    untilIsSo(() -> post(task + first, Map.of()).status() == 202);
    untilIsSo(() -> post(task + second, Map.of()).status() < 500);
  }

  private Api.Answer post(String path, Map<String, String> headers) {
    return server.post(path, Map.of(), headers);
  }

  /// The run that an event has started, once it has.
  private String run(String key) {
    while (true) {
      var run = anyway(() -> found(key)).flatMap(found -> found);
      if (run.isPresent()) return run.get();
      pause();
    }
  }

  private Optional<String> found(String key) {
    for (var event : server.get("/events?limit=500&workflow=asked").good().path("items")) {
      if (event.path("key").asString().equals(key) && event.path("run").isString()) {
        return Optional.of(event.path("run").asString());
      }
    }
    return Optional.empty();
  }

  private static void untilIsSo(Supplier<Boolean> does) {
    while (!anyway(does).orElse(false)) pause();
  }

  /// Empty when there is no server, or it dies over it.
  private static <T> Optional<T> anyway(Supplier<T> does) {
    try {
      return Optional.of(does.get());
    } catch (RuntimeException | AssertionError gone) {
      return Optional.empty();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
