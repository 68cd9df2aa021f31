package outturn.store.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import outturn.store.folder.CannotStart;

/// Where a PostgreSQL database is and as whom to work in it.
public record ConnectionSettings(String jdbcUrl, String user, String password) {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<host>[^/?@]+)/(?<database>[^/?]+)(?:\\?(?<query>.*))?");

  /// Reads `postgresql://user:password@host:5432/database?sslmode=require`, or the same as a JDBC
  /// address with `user` and `password` as parameters. Special characters in them are
  /// percent-encoded. Throws [CannotStart].
  public static ConnectionSettings parse(String address) {
    var parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      throw new CannotStart(
          "not the address of a PostgreSQL database: expected postgresql://user:password@host:5432/database, found %s"
              .formatted(address.replaceAll("://[^@/]*@", "://…@")));
    }
    var user = Optional.ofNullable(parts.group("user"));
    var password = Optional.ofNullable(parts.group("password"));
    var rest = new ArrayList<String>();
    for (var parameter : Optional.ofNullable(parts.group("query")).orElse("").split("&", -1)) {
      if (parameter.startsWith("user=")) {
        user = Optional.of(parameter.substring("user=".length()));
      } else if (parameter.startsWith("password=")) {
        password = Optional.of(parameter.substring("password=".length()));
      } else if (!parameter.isEmpty()) {
        rest.add(parameter);
      }
    }
    var where = "jdbc:postgresql://%s/%s".formatted(parts.group("host"), parts.group("database"));
    return new ConnectionSettings(
        rest.isEmpty() ? where : where + "?" + String.join("&", rest),
        user.filter(u -> !u.isEmpty())
            .map(ConnectionSettings::decoded)
            .orElseThrow(() ->
                new CannotStart(
                    "the address of the database names no user: expected postgresql://user:password@host:5432/database")),
        password.map(ConnectionSettings::decoded).orElse(""));
  }

  /// A connection outside of all lanes.
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, user, password);
  }

  // In the part before @, unlike in a form, a plus sign is a plus sign.
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      throw new CannotStart(
          "the address of the database has a % that is not followed by two hexadecimal digits; a percent sign is written %25",
          e);
    }
  }

  /// Without the password.
  @Override
  public String toString() {
    return user + " at " + jdbcUrl;
  }
}
