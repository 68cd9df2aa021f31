package outturn.bench.waiting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import outturn.bench.load.Api;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;

/// Runs of which each waits for something else: to be released, for a pool, for a run of another
/// workflow, to be approved.
final class WaitingRoom {
  static final String PROJECT = "bench-waiting";

  private static final String HOLDER = "bench-waiting-holder";
  private static final String KEY = "bench-waiting-key";
  private static final String HELD = "bench-waiting-held";
  private static final String POOLED = "bench-waiting-pooled";
  private static final String DEPENDING = "bench-waiting-depending";
  private static final String ASKING = "bench-waiting-asking";
  private static final List<String> KINDS = List.of(HELD, POOLED, DEPENDING, ASKING);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Api api;
  private final Map<String, List<String>> runs = new LinkedHashMap<>();
  private final String holder;

  private WaitingRoom(Api api) {
    this.api = api;
    this.holder = api.start(HOLDER, 1).getFirst();
  }

  static ProjectFiles files() {
    var main = "kind: project\nname: %s\n".formatted(PROJECT).getBytes(UTF_8);
    return new ProjectFiles(
        Map.of(ProjectReader.MAIN_FILE, main, "waiting.yaml", workflows().getBytes(UTF_8)));
  }

  /// Lets so many runs wait, a quarter for each thing.
  static WaitingRoom filled(Api api, int count) {
    var room = new WaitingRoom(api);
    for (var place = 0; place < KINDS.size(); place++) {
      var share = count * (place + 1) / KINDS.size() - count * place / KINDS.size();
      room.runs.put(KINDS.get(place), api.start(KINDS.get(place), share));
    }
    room.of(HELD).forEach(run -> api.operate(run, "hold"));
    return room;
  }

  private List<String> of(String kind) {
    return runs.getOrDefault(kind, List.of());
  }

  /// Gives all of them what they wait for.
  void open() {
    of(HELD).forEach(run -> api.operate(run, "release"));
    of(ASKING).forEach(run -> api.approve(run, "ask"));
    api.start(KEY, 1);
    api.cancel(holder);
  }

  /// Waits until all of them have gone.
  ///
  /// @throws CommandFailed when one has not, or did not succeed
  void leave(Duration patience) throws InterruptedException {
    var began = System.nanoTime();
    while (api.anyLive(PROJECT)) {
      if (System.nanoTime() - began > patience.toNanos()) {
        throw notMeasured("runs of project bench-waiting have not ended in time");
      }
      Thread.sleep(PAUSE);
    }
    for (var kind : KINDS) {
      var failed = of(kind).size() - api.succeeded(kind, of(kind));
      if (failed > 0) throw notMeasured("%d runs of %s did not succeed".formatted(failed, kind));
    }
  }

  private static CommandFailed notMeasured(String why) {
    return new CommandFailed(ExitCode.REFUSED, "not measured: " + why);
  }

  private static String workflows() {
    return """
    kind: pool
    name: bench-waiting-pool
    size: 20
    ---
    kind: workflow
    name: bench-waiting-holder
    tasks:
      work: {run: [sleep, "36000"], pools: {bench-waiting-pool: 20}}
    ---
    kind: workflow
    name: bench-waiting-key
    tasks:
      work: {}
    ---
    kind: workflow
    name: bench-waiting-held
    tasks:
      work: {pools: {bench-waiting-pool: 1}}
    ---
    kind: workflow
    name: bench-waiting-pooled
    tasks:
      work: {pools: {bench-waiting-pool: 1}}
    ---
    kind: workflow
    name: bench-waiting-depending
    dependsOn:
      - workflow: bench-waiting-key
    tasks:
      work: {pools: {bench-waiting-pool: 1}}
    ---
    kind: workflow
    name: bench-waiting-asking
    tasks:
      ask: {approval: {role: operator, within: 10d}}
      work: {needs: ask, pools: {bench-waiting-pool: 1}}
    """;
  }
}
