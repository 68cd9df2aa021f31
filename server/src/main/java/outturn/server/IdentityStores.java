package outturn.server;

import java.time.InstantSource;
import java.util.Optional;
import outturn.http.Services;
import outturn.http.signin.FirstPassword;
import outturn.store.audit.AuditTrail;
import outturn.store.database.Database;
import outturn.store.folder.PrivateFile;
import outturn.store.identity.AdminToken;
import outturn.store.identity.Grants;
import outturn.store.identity.Logins;
import outturn.store.identity.Passwords;
import outturn.store.identity.Tokens;
import outturn.store.identity.Users;
import outturn.store.secret.Secrets;

/// Who may sign in, by what, and who may do what.
///
/// @param firstPassword of the administrator, when this start has made him
record IdentityStores(
    Users users,
    Tokens tokens,
    Logins logins,
    Passwords passwords,
    Grants grants,
    Optional<String> firstPassword) {

  /// Makes the first administrator unless there is one, and keeps his token in the file.
  static IdentityStores of(Database database, InstantSource clock, PrivateFile token) {
    var jdbi = database.requests();
    var users = new Users(jdbi, clock);
    var tokens = new Tokens(jdbi, clock);
    var passwords = new Passwords(jdbi, clock);
    boolean added = AdminToken.addAdministrator(users);
    new AdminToken(token, users, tokens).renew();
    Optional<String> first =
        added ? FirstPassword.give(AdminToken.ADMINISTRATOR, passwords) : Optional.empty();
    return new IdentityStores(
        users, tokens, new Logins(jdbi, clock), passwords, new Grants(jdbi, clock), first);
  }

  /// What the web server is given of them.
  Services.Access access(Secrets secrets, AuditTrail audit) {
    return new Services.Access(users, tokens, logins, passwords, grants, secrets, audit);
  }

  /// The way to a sign-in in a browser, good once.
  String loginPath() {
    return "/login?code=" + logins.code(AdminToken.ADMINISTRATOR).orElseThrow();
  }
}
