package outturn.testkit.database;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import outturn.engine.Ledger;
import outturn.engine.decide.Change;
import outturn.engine.trigger.Ended;
import outturn.store.audit.Act;
import outturn.store.journal.Journal;
import outturn.store.mailbox.Mailbox.Address;
import outturn.store.mailbox.Mailbox.Letter;
import outturn.store.ownership.Fence;

/// A database in memory. Each call is a transaction: whole, or not at all.
public final class SimulatedDatabase implements Journal {
  /// No database takes this character; the journal's answer to it is the real one's.
  public static final String UNFIT = "\0";

  private final Ledger rows = new Ledger();
  private final SimulatedNodes nodes;
  private final SimulatedMailbox mailbox = new SimulatedMailbox(this::ring, this::record);
  private final Commits watch;
  private final Set<Long> taken = new HashSet<>();
  private final List<Tables.Audited> audit = new ArrayList<>();
  private long rings;

  /// Sees what is committed.
  public interface Commits {
    void committing(List<Change> changes);

    void committed(List<Change> changes);
  }

  public SimulatedDatabase(InstantSource clock, Commits watch) {
    this.nodes = new SimulatedNodes(clock, mailbox, this::ring);
    this.watch = watch;
  }

  private void ring() {
    rings++;
  }

  private void record(Instant at, Act act) {
    audit.add(new Tables.Audited(at, act));
  }

  /// How often the bell was rung so far.
  public long rings() {
    return rings;
  }

  public Ledger rows() {
    return rows;
  }

  /// The audit trail, oldest first.
  public List<Tables.Audited> audit() {
    return List.copyOf(audit);
  }

  public SimulatedNodes nodes() {
    return nodes;
  }

  public SimulatedMailbox mailbox() {
    return mailbox;
  }

  @Override
  public Outcome commit(Fence fence, Iterable<Change> changes) {
    if (!nodes.stands(fence)) return new Outcome.Refused();
    var batch = new ArrayList<Change>();
    changes.forEach(batch::add);
    if (unfit(batch)) return new Outcome.Unfit("22P05: " + batch);
    // To delete a message that is gone changes nothing.
    batch.removeIf(
        change -> change instanceof Change.MessageTaken(var message) && !taken.add(message));
    watch.committing(batch);
    rows.apply(batch);
    for (var change : batch) {
      if (change instanceof Change.MessageTaken(var message)) mailbox.drop(List.of(message));
      if (change instanceof Change.Audited(var act, var at)) {
        record(at, new Act(act.who(), act.action(), act.subject(), act.details()));
      }
    }
    for (var told : rows.events().takeTold()) tell(told.ended(), told.partition());
    watch.committed(batch);
    return new Outcome.Committed();
  }

  /// As the journal writes it.
  private void tell(Ended ended, int partition) {
    var body = new HashMap<String, Object>(ended.values());
    body.put("kind", "ended");
    body.put("partition", partition);
    var key = "ended:%d:%s".formatted(partition, ended.key());
    mailbox.post(List.of(new Letter(new Address.Owner(partition), key, body)));
  }

  private boolean unfit(List<Change> batch) {
    var asked = new HashSet<List<String>>();
    for (var change : batch) {
      if (Unstorable.in(change)) return true;
      if (!(change instanceof Change.KeyKept(var key, _, _))) continue;
      boolean kept = rows.keptFor(key).isPresent();
      if (kept || !asked.add(List.of(key.principal(), key.key()))) return true;
    }
    return false;
  }
}
