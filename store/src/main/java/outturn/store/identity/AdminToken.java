package outturn.store.identity;

import java.time.Duration;
import outturn.store.folder.PrivateFile;

/// The administrator's way in after the first start: an API token in a file of the data folder that
/// only the owner of the folder can read.
public final class AdminToken {
  /// The name of the first administrator.
  public static final String ADMINISTRATOR = "admin";

  private static final String SERVER = "server";
  private static final Duration LIFE = Duration.ofDays(365);

  private final PrivateFile file;
  private final Users users;
  private final Tokens tokens;

  public AdminToken(PrivateFile file, Users users, Tokens tokens) {
    this.file = file;
    this.users = users;
    this.tokens = tokens;
  }

  /// Makes the first administrator unless there is one; whether it did.
  public static boolean addAdministrator(Users users) {
    return users.find(ADMINISTRATOR).isEmpty()
        && users.add(ADMINISTRATOR, "Administrator", Role.ADMIN, SERVER).isPresent();
  }

  /// Writes the file if it is absent or its token does not work any more; whether it wrote.
  public boolean renew() {
    if (file.read().flatMap(tokens::verify).filter(p -> p.role().allows(Role.ADMIN)).isPresent()) {
      return false;
    }
    addAdministrator(users);
    var issued =
        tokens.issue(ADMINISTRATOR, Role.ADMIN, "admin-token of the data folder", LIFE, SERVER);
    file.write(issued.orElseThrow().text());
    return true;
  }
}
