package outturn.store.database;

import org.jdbi.v3.core.Handle;

/// A right of one transaction or one connection at a time, by a word, for what no row can stand
/// for.
public final class AdvisoryLock {
  private AdvisoryLock() {}

  /// Waits for the right and holds it until the transaction ends; statements after this one see
  /// what earlier holders committed.
  public static void take(Handle handle, String word) {
    handle
        .createQuery(
            """
            select 1 from pg_advisory_xact_lock(hashtextextended(:word, 0))
            """)
        .bind("word", word)
        .mapTo(Integer.class)
        .one();
  }

  /// Takes the right for a connection, over its transactions, unless another one has it.
  public static boolean tryHold(Handle handle, String word) {
    return handle
        .createQuery("select pg_try_advisory_lock(hashtextextended(:word, 0))")
        .bind("word", word)
        .mapTo(Boolean.class)
        .one();
  }

  /// Gives it back.
  public static void letGo(Handle handle, String word) {
    handle
        .createQuery("select pg_advisory_unlock(hashtextextended(:word, 0))")
        .bind("word", word)
        .mapTo(Boolean.class)
        .one();
  }
}
