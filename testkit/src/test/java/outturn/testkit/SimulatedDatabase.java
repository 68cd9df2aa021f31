package outturn.testkit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import outturn.engine.Ledger;
import outturn.engine.decide.Change;
import outturn.store.journal.Journal;
import outturn.store.ownership.Fence;

/// A database in memory. Each call is a transaction: whole, or not at all.
final class SimulatedDatabase implements Journal {
  /// No database takes this character; the journal's answer to it is the real one's.
  static final String UNFIT = "\0";

  private final Ledger rows = new Ledger();
  private final SimulatedNodes nodes;
  private final SimulatedMailbox mailbox = new SimulatedMailbox(this::ring);
  private final Commits watch;
  private final Set<Long> taken = new HashSet<>();
  private long rings;

  /// Sees what is committed.
  interface Commits {
    void committing(List<Change> changes);

    void committed(List<Change> changes);
  }

  SimulatedDatabase(InstantSource clock, Commits watch) {
    this.nodes = new SimulatedNodes(clock, this::ring);
    this.watch = watch;
  }

  private void ring() {
    rings++;
  }

  /// How often the bell was rung so far.
  long rings() {
    return rings;
  }

  Ledger rows() {
    return rows;
  }

  SimulatedNodes nodes() {
    return nodes;
  }

  SimulatedMailbox mailbox() {
    return mailbox;
  }

  @Override
  public Outcome commit(Fence fence, Iterable<Change> changes) {
    if (!nodes.stands(fence)) return new Outcome.Refused();
    var batch = new ArrayList<Change>();
    changes.forEach(batch::add);
    for (var change : batch) {
      if (unfit(change)) return new Outcome.Unfit("22P05: " + change);
    }
    // To delete a message that is gone changes nothing.
    batch.removeIf(
        change -> change instanceof Change.MessageTaken(var message) && !taken.add(message));
    watch.committing(batch);
    rows.apply(batch);
    for (var change : batch) {
      if (change instanceof Change.MessageTaken(var message)) mailbox.drop(List.of(message));
    }
    watch.committed(batch);
    return new Outcome.Committed();
  }

  private boolean unfit(Change change) {
    if (change instanceof Change.KeyKept(var key, _, _)) return rows.keptFor(key).isPresent();
    return change instanceof Change.AttemptEnded ended && ended.outputs().containsValue(UNFIT);
  }
}
