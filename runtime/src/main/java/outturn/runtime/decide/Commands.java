package outturn.runtime.decide;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.engine.decide.Event;
import outturn.engine.decide.World;
import outturn.engine.run.Run;
import outturn.engine.run.RunId;

/// Makes events of commands: one that is about a run that has ended takes it along from its rows.
final class Commands {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  private final Memory memory;

  Commands(Memory memory) {
    this.memory = memory;
  }

  static NotDone unknown() {
    return new NotDone(
        NotDone.Why.UNKNOWN,
        "the database was lost while this was written: it may be done, or not; ask again");
  }

  /// The event of a command that somebody waits for, who is told here when it cannot be decided.
  Optional<Event> asked(World world, Inbox.Item.Asked asked, Answers answers) {
    var command = asked.command();
    if (!world.hosts(command.run().partition())) {
      asked
          .answer()
          .completeExceptionally(
              new NotDone(NotDone.Why.ELSEWHERE, "another node decides for this run"));
      return Optional.empty();
    }
    try {
      var ended = ended(world, command.run());
      return Optional.of(
          new Event.Operate(command, answers.ask(asked.answer()), asked.key(), ended));
    } catch (RuntimeException away) {
      asked.answer().completeExceptionally(unknown());
      return Optional.empty();
    }
  }

  /// The event of a command that came by mail; empty when it cannot be decided now.
  Optional<Event> delivered(World world, Event.Operate operate) {
    var command = operate.command();
    try {
      var ended = ended(world, command.run());
      return Optional.of(new Event.Operate(command, 0, operate.key(), ended));
    } catch (RuntimeException away) {
      LOG.warn("cannot read run {}; trying again: {}", command.run(), away.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Run> ended(World world, RunId run) {
    return world.run(run).isPresent() ? Optional.empty() : memory.ended(run);
  }
}
