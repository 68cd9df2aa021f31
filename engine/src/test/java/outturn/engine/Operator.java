package outturn.engine;

import java.util.Optional;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.engine.run.Run;
import outturn.engine.run.RunId;
import outturn.engine.verb.Command;
import outturn.engine.verb.Verb;
import outturn.engine.verb.Verdict;

/// An operator at a node.
public final class Operator {
  private static final long ASK = 1;

  private Operator() {}

  /// Has a command decided, and answers what came of it.
  static Verdict operate(Driver node, RunId run, Optional<String> task, Verb verb) {
    var decided = node.decide(operating(node, run, task, verb));
    return decided.effects().stream()
        .filter(Effect.Answer.class::isInstance)
        .map(answer -> ((Effect.Answer) answer).verdict())
        .findFirst()
        .orElseThrow();
  }

  /// The event of a command about the run or one of its tasks.
  public static Event.Operate operating(Driver node, RunId run, Optional<String> task, Verb verb) {
    return operating(node, new Command(run, task, verb, "ada", "because"));
  }

  /// The event of a command, with the run from its rows when it is not live.
  static Event.Operate operating(Driver node, Command command) {
    boolean live = node.world().run(command.run()).isPresent();
    var ended =
        live ? Optional.<Run>empty() : Optional.of(node.rebuilt(node.ledger().run(command.run())));
    return new Event.Operate(command, ASK, Optional.empty(), ended);
  }
}
