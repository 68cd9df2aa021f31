package outturn.bench.fair;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import outturn.bench.load.Api;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;

/// The workflows that are to be left alone by the crowd: one for each kind of slot of a worker, of
/// each of which a run is started at every beat.
final class Others implements AutoCloseable {
  private static final String PROJECT = "bench-others";
  private static final Duration PAUSE = Duration.ofMillis(50);
  private final Api api;
  private final HttpServer partner;

  /// A workflow of theirs.
  enum Other {
    INSTANT("bench-others-instant"),
    PROCESS("bench-others-process"),
    NETWORK("bench-others-network");

    private final String workflow;

    Other(String workflow) {
      this.workflow = workflow;
    }
  }

  /// Puts them in force, and a web server for the last to ask.
  Others(Api api) {
    this.api = api;
    this.partner = partner();
    var main = "kind: project\nname: %s\n".formatted(PROJECT).getBytes(UTF_8);
    var all = workflows(partner.getAddress().getPort()).getBytes(UTF_8);
    api.apply(
        PROJECT, new ProjectFiles(Map.of(ProjectReader.MAIN_FILE, main, "workflows.yaml", all)));
  }

  private static HttpServer partner() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              exchange.sendResponseHeaders(200, -1);
            }
          });
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return server;
    } catch (IOException failure) {
      throw new CommandFailed(
          ExitCode.REFUSED, "no web server could be started here: " + failure.getMessage());
    }
  }

  /// Starts a run of each at so many beats, waits until all have ended, and tells how long they
  /// took by the server's clock.
  Map<Other, List<Duration>> stream(int beats, Duration pace, Duration patience)
      throws InterruptedException {
    var started = new HashMap<String, Other>();
    var begin = System.nanoTime();
    for (var beat = 0; beat < beats; beat++) {
      pause(begin + beat * pace.toNanos() - System.nanoTime());
      for (var other : Other.values()) {
        started.put(api.start(other.workflow, 1).getFirst(), other);
      }
    }
    var sent = System.nanoTime();
    while (api.anyLive(PROJECT)) {
      if (System.nanoTime() - sent > patience.toNanos()) return took(started, patience);
      pause(PAUSE.toNanos());
    }
    return took(started, patience);
  }

  private static void pause(long nanos) throws InterruptedException {
    if (nanos > 0) Thread.sleep(Duration.ofNanos(nanos));
  }

  /// @param most what a run that has not ended is taken to have taken
  private Map<Other, List<Duration>> took(Map<String, Other> started, Duration most) {
    var all = new EnumMap<Other, List<Duration>>(Other.class);
    var found = 0;
    for (var after = ""; found < started.size(); ) {
      var page = api.projectPage(PROJECT, after);
      for (var run : page.list("items")) {
        var other = started.get(run.text("id"));
        if (other == null) continue;
        found++;
        var end = run.instant("ended");
        var created = run.instant("created").orElseThrow();
        all.computeIfAbsent(other, _ -> new ArrayList<>())
            .add(end.map(ended -> Duration.between(created, ended)).orElse(most));
      }
      after = page.text("next");
      if (after.isEmpty()) break;
    }
    return all;
  }

  @Override
  public void close() {
    partner.stop(0);
  }

  private static String workflows(int port) {
    return """
    kind: workflow
    name: bench-others-instant
    tasks:
      work: {}
    ---
    kind: workflow
    name: bench-others-process
    tasks:
      work: {run: ["true"], repeatable: true}
    ---
    kind: workflow
    name: bench-others-network
    tasks:
      work: {http: {url: "http://127.0.0.1:%d/"}, repeatable: true}
    """
        .formatted(port);
  }
}
