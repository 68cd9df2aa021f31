package outturn.server.demo;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.cli.terminal.Terminal;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.runtime.project.Projects;
import outturn.runtime.run.Started;
import outturn.runtime.run.Wish;
import outturn.server.Server;
import outturn.store.project.Applied;
import outturn.store.project.Prune;
import outturn.store.run.RunFilter;

/// What the demonstration does on a server that has just started; on one that had it before, it
/// goes on where it was.
final class Demonstration {
  private static final String USER = "demo";
  private static final Optional<String> NEWER =
      Optional.of("the example that comes with Outturn says so now");
  private static final List<String> PROJECTS =
      List.of("month-end", "road-safety", "office-suite", "no-effect");
  private static final List<String> HISTORIES =
      List.of(
          "month-end-history", "road-safety-replay", "office-suite-history", "no-effect-history");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Server server;
  private final Terminal terminal;
  private final InstantSource clock;

  Demonstration(Server server, Terminal terminal, InstantSource clock) {
    this.server = server;
    this.terminal = terminal;
    this.clock = clock;
  }

  /// The run that waits for a pool, for the reader to ask why.
  record Scene(Optional<RunId> waiting) {}

  Scene play() throws InterruptedException {
    givePlaceToWork();
    for (var project : PROJECTS) apply(project);
    var histories = startHistories();
    waitFor(histories);
    if (!histories.isEmpty()) readReviews();
    start("hold-the-ledger");
    return new Scene(Optional.of(start("month-end-close")));
  }

  /// A database of their own for the examples, whose address and password they get as secrets.
  private void givePlaceToWork() {
    var password = new byte[16];
    new SecureRandom().nextBytes(password);
    var settings = server.ownDatabase("examples", HexFormat.of().formatHex(password));
    server.secrets().set("examples-url", settings.jdbcUrl(), USER);
    server.secrets().set("examples-user", settings.user(), USER);
    server.secrets().set("examples-password", settings.password(), USER);
  }

  private void apply(String project) {
    var files = Examples.files(project);
    if (!(server.projects().plan(project, files) instanceof Projects.Planned.Difference plan)) {
      throw new IllegalStateException("the example %s is not right".formatted(project));
    }
    var outcome = server.projects().apply(project, files, plan.base(), Prune.KEEP, NEWER, USER);
    if (outcome instanceof Projects.Outcome.Done(Applied.Made(var version, _), _)) {
      terminal.line("applied %s, version %d".formatted(project, version.number()));
    }
  }

  /// Loads what each history tells, unless that was done at an earlier start.
  private List<RunId> startHistories() {
    var started = new ArrayList<RunId>();
    for (var workflow : HISTORIES) {
      var filter = RunFilter.ALL.workflow(workflow);
      var before = server.runs().newest(filter, Optional.empty(), 1);
      var done =
          before.stream()
              .map(entry -> entry.row().state())
              .anyMatch(state -> state == RunState.SUCCEEDED || !state.ended());
      if (!done) started.add(start(workflow));
    }
    return started;
  }

  private RunId start(String workflow) {
    var wish = new Wish(workflow, Map.of(), Optional.empty());
    return switch (server.requests().start(USER, List.of(wish), Optional.empty())) {
      case Started.Runs(var rows) -> rows.getFirst().id();
      case Started.Before(var ids) -> ids.getFirst();
      case Started.UnknownWorkflow(var name, var hint) ->
          throw new IllegalStateException("no workflow %s; %s".formatted(name, hint));
      case Started.BadInputs(var name, var problems) ->
          throw new IllegalStateException("%s: %s".formatted(name, problems));
      case Started.KeyUsed(var key) -> throw new IllegalStateException(key);
    };
  }

  private void waitFor(List<RunId> runs) throws InterruptedException {
    if (runs.isEmpty()) return;
    terminal.line("loading the examples' histories: 192 real months, and simulated years …");
    var until = clock.instant().plus(PATIENCE);
    while (runs.stream().anyMatch(run -> !ended(run)) && clock.instant().isBefore(until)) {
      Thread.sleep(Duration.ofMillis(200));
    }
  }

  /// All reviews of the examples are over: what they find is kept, and mailed to folders.
  private void readReviews() throws InterruptedException {
    terminal.line("reading what the analyses of the examples find, and mailing it …");
    server.statements().review();
    var until = clock.instant().plus(PATIENCE);
    while (server.statements().waiting() > 0 && clock.instant().isBefore(until)) {
      Thread.sleep(Duration.ofMillis(200));
    }
  }

  private boolean ended(RunId run) {
    return server.runs().run(run).map(whole -> whole.run().row().state().ended()).orElse(true);
  }
}
