package outturn.runtime.decide;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import outturn.engine.decide.Event;
import outturn.engine.run.RunId;
import outturn.engine.verb.Command;
import outturn.engine.verb.Verb;
import outturn.store.mailbox.Mailbox.Address;
import outturn.store.mailbox.Mailbox.Letter;

/// Commands of operators, as the bodies of messages to the owners of runs.
public final class CommandLetters {
  private CommandLetters() {}

  /// @param key under which the answer is to be found
  public static Letter of(Command command, Event.Key key) {
    var body = new HashMap<String, Object>();
    body.put(Letters.KIND, Letters.OPERATE);
    body.put("run", command.run().toString());
    command.task().ifPresent(task -> body.put("task", task));
    body.put("verb", command.verb().word());
    if (command.verb() instanceof Verb.Rerun(var extent)) body.put("extent", extent.word());
    if (command.verb() instanceof Verb.ForceSuccess(var outputs)) body.put("outputs", outputs);
    if (command.verb() instanceof Verb.Prioritise(var level)) body.put("level", level);
    body.put("who", command.who());
    body.put("why", command.why());
    body.put("principal", key.principal());
    body.put("key", key.key());
    body.put("bodyHash", key.bodyHash());
    return new Letter(
        new Address.Owner(command.run().partition()),
        "operate:%s:%s".formatted(key.principal(), key.key()),
        body);
  }

  static Event.Operate read(Map<String, Object> body) {
    var task =
        body.containsKey("task")
            ? Optional.of(Letters.text(body, "task"))
            : Optional.<String>empty();
    var command =
        new Command(
            RunId.parse(Letters.text(body, "run")),
            task,
            verb(body),
            Letters.text(body, "who"),
            Letters.text(body, "why"));
    return new Event.Operate(command, 0, Optional.of(Letters.key(body)), Optional.empty());
  }

  private static Verb verb(Map<String, Object> body) {
    return switch (Letters.text(body, "verb")) {
      case "hold" -> new Verb.Hold();
      case "release" -> new Verb.Release();
      case "skip" -> new Verb.Skip();
      case "rerun" ->
          new Verb.Rerun(
              Verb.Extent.valueOf(
                  Letters.text(body, "extent").toUpperCase(Locale.ROOT).replace('-', '_')));
      case "force-success" -> new Verb.ForceSuccess(Letters.values(body, "outputs"));
      case "force-failure" -> new Verb.ForceFailure();
      case "cancel" -> new Verb.Cancel();
      case "kill" -> new Verb.Kill();
      case "run-now" -> new Verb.RunNow();
      case "bypass" -> new Verb.Bypass();
      case "prioritise" -> new Verb.Prioritise(Letters.number(body, "level"));
      case String other -> throw new IllegalArgumentException("not a verb: '%s'".formatted(other));
    };
  }
}
