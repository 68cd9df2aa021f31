package outturn.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import outturn.runtime.impact.StatementPost;
import outturn.runtime.node.Loops;
import outturn.store.outcome.StatementLetters;

/// The impact statements on their way to people.
public final class Statements {
  private final Effect effect;
  private final StatementPost post;
  private final StatementLetters letters;
  private final Path folder;

  Statements(
      Effect effect, Stores stores, StatementPost.Ways ways, BooleanSupplier held, Path folder) {
    this.effect = effect;
    this.post = effect.post(ways, held);
    this.letters = stores.outcomes.letters().forReaders();
    this.folder = folder;
  }

  void repeat(Loops loops) {
    loops.every(Duration.ofSeconds(1), "statement mail", post::step);
  }

  /// Reads the reviews that are due, without waiting for the minute in which the server would.
  public void review() {
    effect.review();
  }

  /// How many wait to be sent.
  public long waiting() {
    return letters.waiting();
  }

  /// Where the folders are that take mails in place of a server.
  public Path folder() {
    return folder;
  }
}
