package outturn.server;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.runtime.run.Started;
import outturn.runtime.run.Wish;
import outturn.store.database.Lane;
import outturn.store.project.Prune;
import outturn.store.run.RunReader;

/// Scratch.
public final class EngineProbe {
  public static void main(String[] args) throws Exception {
    long t0 = System.nanoTime();
    var dir = Path.of(args[0]);
    var settings =
        new Settings(dir, new Settings.Address("127.0.0.1", 0), Optional.empty(), Settings.usualSlots(2), Duration.ofSeconds(3));
    var server = new Server(settings, "test", InstantSource.system());
    while (!server.ready()) Thread.sleep(1);
    System.out.println("ready " + (System.nanoTime() - t0) / 1_000_000 + " ms");
    var files = new HashMap<String, byte[]>();
    var fan = new StringBuilder();
    for (int i = 0; i < 1000; i++) fan.append(i == 0 ? "" : ",").append(i);
    var chain = new StringBuilder();
    for (int i = 0; i < 10; i++) chain.append("  t" + i + ": {" + (i == 0 ? "" : "needs: [t" + (i - 1) + "]") + "}\n");
    files.put("outturn.yaml", "kind: project\nname: probe\n".getBytes(StandardCharsets.UTF_8));
    files.put("w.yaml", ("kind: workflow\nname: single\ntasks:\n  a: {}\n---\nkind: workflow\nname: chain\ntasks:\n" + chain
        + "---\nkind: workflow\nname: fan\ninputs:\n  n: {type: 'list<int>', default: [" + fan + "]}\ntasks:\n  a: {}\n  f: {needs: [a], forEach: '${inputs.n}', parallel: 1000}\n  z: {needs: [f]}\n"
        + "---\nkind: workflow\nname: proc\ntasks:\n  a: {run: ['true']}\n---\nkind: workflow\nname: hello\ntasks:\n  a: {shell: 'echo hello; echo x=5 > $OUTTURN_OUTPUTS', outputs: {x: int}}\n  b: {needs: [a], run: [echo, '${tasks.a.outputs.x + 1}']}\n").getBytes(StandardCharsets.UTF_8));
    System.out.println(server.projects.plan("probe", files) instanceof outturn.runtime.project.Projects.Planned.Invalid(var p) ? p : "valid");
    System.out.println(server.projects.apply("probe", files, 0, Prune.KEEP, "me") instanceof outturn.runtime.project.Projects.Outcome.Done d ? d.applied() : "?");
    for (var shape : List.of("hello", "single", "single", "single", "chain", "chain", "fan", "fan", "proc")) {
      int n = shape.equals("fan") || shape.equals("hello") ? 1 : shape.equals("chain") ? 1000 : shape.equals("proc") ? 300 : 5000;
      long t = System.nanoTime();
      var wishes = new ArrayList<Wish>();
      for (int i = 0; i < n; i++) wishes.add(new Wish(shape, Map.of(), Optional.empty()));
      var ids = ((Started.Runs) server.requests.start("me", wishes, Optional.empty())).ids();
      long ordered = System.nanoTime();
      var reader = new RunReader(server.database.jdbi(Lane.API));
      while (!reader.liveCounts().isEmpty()) Thread.sleep(5);
      long end = System.nanoTime();
      int tasks = n * (shape.equals("chain") ? 10 : shape.equals("fan") ? 1002 : shape.equals("hello") ? 2 : 1);
      System.out.printf("%s x%d: ordered %d ms, all %d ms, %.0f tasks/s%n", shape, n, (ordered - t) / 1_000_000, (end - t) / 1_000_000, tasks * 1e9 / (end - t));
      var last = reader.run(ids.getLast()).orElseThrow();
      System.out.println("  " + last.run().row().state() + " " + last.attempts().getLast());
    }
    server.close();
  }
}
