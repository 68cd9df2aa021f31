package outturn.runtime.run;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import outturn.engine.decide.Event;
import outturn.engine.verb.Command;
import outturn.engine.verb.Verdict;
import outturn.runtime.decide.CommandLetters;
import outturn.runtime.decide.Inbox;
import outturn.runtime.decide.Letters;
import outturn.runtime.decide.NotDone;
import outturn.runtime.decide.Post;
import outturn.store.mailbox.Mailbox;
import outturn.store.run.KeptAnswer;
import outturn.store.run.RunReader;

/// Takes commands of operators about runs, on whichever node they come, and answers what came of
/// them.
public final class RunCommands {
  private final RunReader runs;
  private final Inbox inbox;
  private final Mailbox mailbox;
  private final Post post;
  private final InstantSource clock;

  public RunCommands(RunReader runs, Inbox inbox, Mailbox mailbox, Post post, InstantSource clock) {
    this.runs = runs;
    this.inbox = inbox;
    this.mailbox = mailbox;
    this.post = post;
    this.clock = clock;
  }

  /// The answer to a command.
  public sealed interface Answer {
    record Decided(Verdict verdict) implements Answer {}

    /// The same idempotency key came with another request before.
    record KeyUsed(String key) implements Answer {}
  }

  /// Has a command carried out, and returns when what came of it is committed.
  ///
  /// @param key of the request; a repeated one is answered with the same verdict
  /// @throws NotDone when it has to be asked again
  public Answer operate(Command command, Optional<Event.Key> key) {
    var before = key.flatMap(this::kept);
    if (before.isPresent()) return answer(key.get(), before.get());
    try {
      return new Answer.Decided(asked(command, key));
    } catch (CompletionException failure) {
      if (!(failure.getCause() instanceof NotDone notDone)) throw failure;
      return switch (notDone.why()) {
        case ELSEWHERE -> elsewhere(command, key.orElseGet(() -> ours(command)));
        // Perhaps since the same request came to another node at the same time.
        case UNFIT ->
            key.flatMap(this::kept).map(kept -> answer(key.get(), kept)).orElseThrow(() -> failure);
        case OVERLOADED, UNKNOWN -> throw failure;
      };
    }
  }

  /// Waits for the commit, but not for ever: whoever asks may ask again.
  private Verdict asked(Command command, Optional<Event.Key> key) {
    try {
      return inbox.ask(command, key).orTimeout(Look.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException failure) {
      if (!(failure.getCause() instanceof TimeoutException)) throw failure;
      throw new NotDone(
          NotDone.Why.UNKNOWN,
          "no answer within %d seconds: it may be done, or not; ask again with the same idempotency key"
              .formatted(Look.PATIENCE.toSeconds()));
    }
  }

  /// Tells the run's owner what somebody says to a task that asks for approval; the audit trail has
  /// it when it counts.
  public void answer(Event.Answered answered) {
    mailbox.post(List.of(Letters.answer(answered)));
    post.ring();
    inbox.ring();
  }

  private Optional<KeptAnswer> kept(Event.Key key) {
    return runs.kept(key.principal(), key.key());
  }

  private static Answer answer(Event.Key key, KeptAnswer kept) {
    if (kept.verdict().isEmpty() || !kept.bodyHash().equals(key.bodyHash())) {
      return new Answer.KeyUsed(key.key());
    }
    return new Answer.Decided(kept.verdict().get());
  }

  private static Event.Key ours(Command command) {
    return new Event.Key(command.who(), "sent:" + UUID.randomUUID(), "");
  }

  /// Writes the command to the node that decides for the run, and looks until its answer is there.
  private Answer elsewhere(Command command, Event.Key key) {
    try {
      mailbox.post(List.of(CommandLetters.of(command, key)));
    } catch (Mailbox.Unfit unfit) {
      throw new NotDone(NotDone.Why.UNFIT, String.valueOf(unfit.getMessage()));
    }
    post.ring();
    return Look.until(
        clock,
        () -> kept(key).map(kept -> answer(key, kept)),
        "the node that decides for this run has not answered yet: it will be done when it does;"
            + " ask again with the same idempotency key");
  }
}
