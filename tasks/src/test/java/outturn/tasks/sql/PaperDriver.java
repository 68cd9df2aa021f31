package outturn.tasks.sql;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;

/// A driver for a database that nobody can reach; named as a driver only in a jar that a test
/// makes.
public final class PaperDriver implements Driver {

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    throw new SQLException("paper has no wires", "08001");
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith("jdbc:paper:");
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }
}
