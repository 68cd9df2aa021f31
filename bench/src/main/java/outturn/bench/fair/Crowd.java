package outturn.bench.fair;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import outturn.bench.load.Api;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;

/// Those that may delay others: a full pool with a queue before it, a workflow with very many runs
/// that wait, and one whose database takes connections and never says a word.
final class Crowd implements AutoCloseable {
  private static final String PROJECT = "bench-crowd";
  private static final String HOLDER = "bench-crowd-holder";
  private static final String WAITING = "bench-crowd-waiting";
  private static final String HANGING = "bench-crowd-hanging";
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int BACKLOG = 1_000;

  /// What the many runs wait for.
  enum WaitingFor {
    /// The pool that is full, and stays so.
    POOL("pools: {bench-crowd-pool: 1}"),
    /// Slots for processes, like others: each takes a twentieth of a second.
    SLOTS("run: [sleep, \"0.05\"], repeatable: true");

    private final String task;

    WaitingFor(String task) {
      this.task = task;
    }
  }

  /// How many of each.
  record Size(int waiting, int hanging) {}

  private final Api api;
  private final ServerSocket silent;
  private final List<String> holders = new ArrayList<>();

  private Crowd(Api api, ServerSocket silent) {
    this.api = api;
    this.silent = silent;
  }

  /// Lets all of them come.
  static Crowd gathered(Api api, Size size, WaitingFor waitingFor) {
    var crowd = new Crowd(api, silent());
    var main = "kind: project\nname: %s\n".formatted(PROJECT).getBytes(UTF_8);
    var all = workflows(crowd.silent.getLocalPort(), waitingFor.task).getBytes(UTF_8);
    api.apply(PROJECT, new ProjectFiles(Map.of(ProjectReader.MAIN_FILE, main, "crowd.yaml", all)));
    crowd.holders.addAll(api.start(HOLDER, 2));
    api.start(HANGING, size.hanging());
    api.start(WAITING, size.waiting());
    return crowd;
  }

  /// The kernel takes connections for it, and nobody ever reads from them.
  private static ServerSocket silent() {
    try {
      return new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new CommandFailed(
          ExitCode.REFUSED, "no port could be opened here: " + failure.getMessage());
    }
  }

  /// Sends all of them home: who hangs is cut off, who holds the pool is cancelled. Answers whether
  /// all had gone in time.
  boolean leave(Duration patience) throws InterruptedException {
    close();
    holders.forEach(api::cancel);
    var began = System.nanoTime();
    while (api.anyLive(PROJECT)) {
      if (System.nanoTime() - began > patience.toNanos()) return false;
      Thread.sleep(PAUSE);
    }
    return true;
  }

  @Override
  public void close() {
    try {
      silent.close();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String workflows(int silentPort, String waitingFor) {
    return """
    kind: pool
    name: bench-crowd-pool
    size: 1
    ---
    kind: connection
    name: bench-crowd-database
    url: "jdbc:postgresql://127.0.0.1:%d/nothing"
    user: nobody
    ---
    kind: workflow
    name: bench-crowd-holder
    tasks:
      work: {run: [sleep, "3600"], pools: {bench-crowd-pool: 1}}
    ---
    kind: workflow
    name: bench-crowd-waiting
    tasks:
      work: {%s}
    ---
    kind: workflow
    name: bench-crowd-hanging
    tasks:
      work: {sql: {connection: bench-crowd-database, statement: select 1}}
    """
        .formatted(silentPort, waitingFor);
  }
}
