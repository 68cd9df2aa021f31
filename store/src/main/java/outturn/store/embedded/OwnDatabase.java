package outturn.store.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;
import outturn.store.database.ConnectionSettings;

/// A database with a role of its own beside the server's tables: a place where workflows may work.
public final class OwnDatabase {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,30}");

  private OwnDatabase() {}

  /// Makes the role and the database if they are absent, and sets the role's password.
  ///
  /// @param server an administrator's connection to any database of it
  /// @param name of both, as an SQL identifier
  /// @param password letters and digits
  public static ConnectionSettings make(ConnectionSettings server, String name, String password) {
    if (!NAME.matcher(name).matches() || !password.matches("[A-Za-z0-9]+")) {
      throw new IllegalArgumentException("not a plain name and password: " + name);
    }
    try (var connection = server.connect()) {
      if (!exists(connection, "select from pg_roles where rolname = ?", name)) {
        execute(connection, "create role %s login".formatted(name));
      }
      execute(connection, "alter role %s password '%s'".formatted(name, password));
      if (!exists(connection, "select from pg_database where datname = ?", name)) {
        execute(connection, "create database %s owner %s".formatted(name, name));
      }
      var url = server.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
      return new ConnectionSettings(url, name, password);
    } catch (SQLException failure) {
      throw new IllegalStateException("cannot make the database '%s'".formatted(name), failure);
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
