package outturn.server.house;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What each module names as its ground: the table of ARCHITECTURE.md.
final class ModuleTable {
  private static final Map<String, Set<String>> GROUND =
      Map.ofEntries(
          Map.entry("definition", Set.of()),
          Map.entry("engine", Set.of("definition")),
          Map.entry("evidence", Set.of()),
          Map.entry("outcome", Set.of("definition", "evidence")),
          Map.entry("charts", Set.of("evidence")),
          Map.entry("report", Set.of("outcome", "charts")),
          Map.entry("spi", Set.of()),
          Map.entry("tasks", Set.of("spi")),
          Map.entry("store", Set.of("engine", "outcome")),
          Map.entry("runtime", Set.of("store", "spi")),
          Map.entry("testkit", Set.of("runtime")),
          Map.entry("web", Set.of()),
          Map.entry("http", Set.of("runtime", "report", "web")),
          Map.entry("cli", Set.of("definition", "outcome", "charts")),
          Map.entry("bench", Set.of("http", "cli", "tasks")),
          Map.entry("server", Set.of("http", "cli", "tasks", "bench")));

  private ModuleTable() {}

  static Set<String> modules() {
    return GROUND.keySet();
  }

  /// The modules that `module` may use: itself, those that it names, and those that they may use.
  static Set<String> reach(String module) {
    var reach = new TreeSet<>(Set.of(module));
    for (var named : GROUND.getOrDefault(module, Set.of())) {
      reach.addAll(reach(named));
    }
    return reach;
  }
}
