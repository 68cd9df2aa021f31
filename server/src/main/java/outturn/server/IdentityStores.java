package outturn.server;

import java.time.InstantSource;
import java.util.Optional;
import outturn.http.signin.FirstPassword;
import outturn.store.database.Database;
import outturn.store.folder.PrivateFile;
import outturn.store.identity.AdminToken;
import outturn.store.identity.Grants;
import outturn.store.identity.Logins;
import outturn.store.identity.Passwords;
import outturn.store.identity.Tokens;
import outturn.store.identity.Users;

/// Who may sign in, by what, and who may do what.
record IdentityStores(
    Users users, Tokens tokens, Logins logins, Passwords passwords, Grants grants) {

  static IdentityStores of(Database database, InstantSource clock) {
    var jdbi = database.requests();
    return new IdentityStores(
        new Users(jdbi, clock),
        new Tokens(jdbi, clock),
        new Logins(jdbi, clock),
        new Passwords(jdbi, clock),
        new Grants(jdbi, clock));
  }

  /// Makes the first administrator unless there is one, and keeps his token in the file; his
  /// password, when he was made.
  Optional<String> administrator(PrivateFile token) {
    boolean added = AdminToken.addAdministrator(users);
    new AdminToken(token, users, tokens).renew();
    return added ? FirstPassword.give(AdminToken.ADMINISTRATOR, passwords) : Optional.empty();
  }
}
