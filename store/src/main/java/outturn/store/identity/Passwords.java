package outturn.store.identity;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;

/// The passwords of local users, as hashes; who has none signs in by other means.
public final class Passwords {
  private static final String FIND =
      "select hash, must_change from user_password where user_name = :user";

  private static final String SET =
      """
      insert into user_password (user_name, hash, must_change, set_at)
      select name, :hash, :mustChange, :now from users where name = :user
      on conflict (user_name) do update
        set hash = excluded.hash, must_change = excluded.must_change, set_at = excluded.set_at
      """;

  // Only for the one who has it still: of two nodes that start at once, one tells the password.
  private static final String SET_FIRST =
      """
      insert into user_password (user_name, hash, must_change, set_at)
      select name, :hash, :mustChange, :now from users where name = :user on conflict do nothing
      """;

  private final Jdbi jdbi;
  private final InstantSource clock;
  private final Audit audit;

  public Passwords(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.audit = new Audit(clock);
  }

  public Optional<StoredPassword> find(String user) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(FIND)
            .bind("user", user)
            .map((row, _) ->
                new StoredPassword(row.getString("hash"), row.getBoolean("must_change")))
            .findOne());
  }

  /// Sets it and ends all sessions of the user, since somebody else may have known the old one;
  /// whether there is such a user.
  public boolean set(String user, StoredPassword password, String by) {
    return jdbi.inTransaction(handle -> {
      if (write(handle, SET, user, password) == 0) return false;
      int ended = Sessions.endAllOf(handle, user);
      audit.record(handle, new Act(by, "password set", user, Map.of("sessionsEnded", ended)));
      return true;
    });
  }

  /// Sets the first password of a user; whether the user had none and has this one now.
  public boolean setFirst(String user, StoredPassword password, String by) {
    return jdbi.inTransaction(handle -> {
      if (write(handle, SET_FIRST, user, password) == 0) return false;
      audit.record(handle, new Act(by, "password set", user, Map.of("first", true)));
      return true;
    });
  }

  /// The same password, hashed anew with other costs.
  public void rehash(String user, StoredPassword old, String hash) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "update user_password set hash = :hash where user_name = :user and hash = :old")
            .bind("hash", hash)
            .bind("user", user)
            .bind("old", old.hash())
            .execute());
  }

  private int write(Handle handle, String statement, String user, StoredPassword password) {
    return handle
        .createUpdate(statement)
        .bind("user", user)
        .bind("hash", password.hash())
        .bind("mustChange", password.mustChange())
        .bind("now", clock.instant())
        .execute();
  }
}
