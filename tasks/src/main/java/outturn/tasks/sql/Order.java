package outturn.tasks.sql;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import outturn.spi.Request;
import outturn.tasks.setting.Settings;

/// What is asked of a database, and where.
record Order(
    Driver driver,
    Address address,
    List<SqlStatement> statements,
    Map<String, Object> parameters,
    Request request) {

  /// Where a database is.
  record Address(String url, Optional<String> user, Optional<String> password) {

    boolean isPostgres() {
      return url.startsWith("jdbc:postgresql:");
    }

    /// The address without its parameters, which may hold a password.
    String shown() {
      return url.split("[?;]", 2)[0];
    }

    private Properties properties() {
      var properties = new Properties();
      user.ifPresent(name -> properties.setProperty("user", name));
      password.ifPresent(word -> properties.setProperty("password", word));
      if (isPostgres()) {
        properties.setProperty("ApplicationName", "outturn");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        // A text takes the type that the statement wants, so that a date can be given as text.
        properties.setProperty("stringtype", "unspecified");
      }
      return properties;
    }
  }

  static Order of(Request request, Drivers drivers) {
    var settings = new Settings(request.settings());
    var connection = new Settings(settings.map("connection"));
    var address =
        new Address(
            connection.text("url"),
            connection.optionalText("user"),
            connection.optionalText("password"));
    var statements = SqlText.statements(settings.text("text"));
    if (statements.isEmpty()) {
      throw new IllegalArgumentException("setting 'text' holds no statement");
    }
    var order =
        new Order(
            drivers.forUrl(address.url()), address, statements, settings.map("params"), request);
    // A missing parameter is found before anything is done.
    statements.forEach(order::sql);
    return order;
  }

  Connection connect() throws SQLException {
    var connection = driver.connect(address.url(), address.properties());
    if (connection == null) throw new SQLException("the driver does not know this address");
    return connection;
  }

  String sql(SqlStatement statement) {
    return statement.forJdbc(parameters, address.isPostgres() ? "??" : "?");
  }
}
