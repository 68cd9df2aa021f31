package outturn.store.mailbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import outturn.store.audit.Act;

/// The one mailbox: rows that the sender's transaction writes and the receiver's deletes.
public interface Mailbox {

  /// A message that has not been taken yet.
  ///
  /// @param body its `kind` says what it is
  record Message(long seq, Map<String, Object> body) {}

  /// A message to be written.
  ///
  /// @param dedupeKey the same key twice is one message
  record Letter(Address to, String dedupeKey, Map<String, Object> body) {}

  /// The database does not take one of the values; nothing is written.
  final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unfit(String why, Throwable cause) {
      super(why, cause);
    }

    public Unfit(String why) {
      super(why);
    }
  }

  /// Who is to take a message.
  sealed interface Address {
    /// The node that owns this partition.
    record Owner(int partition) implements Address {}

    /// The worker of this incarnation.
    record Worker(long incarnation) implements Address {}
  }

  /// Writes all of these or none, and tells the nodes. Answers their numbers.
  ///
  /// @throws Unfit when the database does not take one of the values
  List<Long> post(Collection<Letter> letters);

  /// Writes a message, and in the audit trail who did what it says: both or neither.
  ///
  /// @throws Unfit when the database does not take one of the values
  void post(Letter letter, Act act, Instant now);

  /// The oldest messages for the owner of these partitions and the worker of this incarnation.
  List<Message> read(Collection<Integer> partitions, long worker, int limit);

  /// Deletes messages that nothing is to be written about.
  void drop(Collection<Long> messages);

  /// Those of these messages that have not been taken yet.
  Set<Long> waiting(Collection<Long> messages);
}
