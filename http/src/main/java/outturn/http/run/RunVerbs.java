package outturn.http.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.engine.decide.Event;
import outturn.engine.verb.Command;
import outturn.engine.verb.Verdict;
import outturn.http.json.JsonObject;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.run.RunCommands;
import outturn.store.run.RunReader;

/// What operators do to one run, or to a task of it.
public final class RunVerbs {
  private static final String[] BODY = {"verb", "task", "reason", "extent", "outputs", "level"};

  private final RunReader runs;
  private final RunCommands commands;

  public RunVerbs(RunReader runs, RunCommands commands) {
    this.runs = runs;
    this.commands = commands;
  }

  public Answer operate(Call call) {
    call.allow();
    var id = call.run();
    var bytes = call.body();
    var body = JsonObject.read(bytes, BODY);
    var command =
        new Command(
            id, body.find("task"), Verbs.of(body), call.user(), body.find("reason").orElse(""));
    var run = runs.entry(id).orElseThrow(() -> RunRoutes.unknown(runs, id));
    var key = Keys.of(call, bytes);
    return switch (verdict(command, key)) {
      case Verdict.Refused(var reason) ->
          Problem.of(
                  run.row().state().ended() ? Code.ALREADY_ENDED : Code.NOT_ALLOWED,
                  "run %s: %s".formatted(id, reason))
              .answer();
      case Verdict.Unchanged(var state) -> Answer.json(json(command, "unchanged", state, state));
      case Verdict.Done(var before, var after) -> Answer.json(json(command, "done", before, after));
    };
  }

  Verdict verdict(Command command, Optional<Event.Key> key) {
    return switch (commands.operate(command, key)) {
      case RunCommands.Answer.Decided(var verdict) -> verdict;
      case RunCommands.Answer.KeyUsed(var used) -> throw Keys.used(used);
    };
  }

  private static Map<String, @Nullable Object> json(
      Command command, String result, String before, String after) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("run", command.run().toString());
    json.put("task", command.task().orElse(null));
    json.put("verb", command.verb().word());
    json.put("result", result);
    json.put("before", before);
    json.put("after", after);
    return json;
  }
}
