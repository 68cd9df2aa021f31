package outturn.testkit.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import outturn.testkit.contract.Storage.Trouble;

/// Connections to a real database, one of whose transactions meets with trouble.
final class TroubledConnections {
  private final DataSource untroubled;
  private final Jdbi side;
  private final AtomicReference<Plan> plan = new AtomicReference<>(new Plan(Trouble.NONE, 0));

  /// What is to happen to the next transaction.
  static final class Plan {
    private final Trouble trouble;
    private final int times;
    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final CompletableFuture<Void> goOn = new CompletableFuture<>();

    private Plan(Trouble trouble, int times) {
      this.trouble = trouble;
      this.times = times;
    }

    /// Done when the transaction is about to commit.
    CompletableFuture<Void> reached() {
      return reached;
    }

    void goOn() {
      goOn.complete(null);
    }
  }

  /// @param side other connections, to end those of `untroubled`
  TroubledConnections(DataSource untroubled, Jdbi side) {
    this.untroubled = untroubled;
    this.side = side;
  }

  /// Befalls the next transaction.
  void next(Trouble trouble, int times) {
    hold(trouble, times).goOn();
  }

  /// Keeps the next transaction waiting before its commit; the trouble comes when it goes on.
  Plan hold(Trouble trouble, int times) {
    var next = new Plan(trouble, times);
    plan.set(next);
    return next;
  }

  /// Whether what was planned has come about.
  boolean met() {
    return plan.get().trouble == Trouble.NONE;
  }

  private Plan taken() {
    var none = new Plan(Trouble.NONE, 0);
    none.goOn();
    return plan.getAndSet(none);
  }

  DataSource source() {
    return (DataSource)
        Proxy.newProxyInstance(
            TroubledConnections.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (_, method, _) -> {
              if (method.getName().equals("getConnection")) return open();
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private Connection open() throws SQLException {
    var connection = untroubled.getConnection();
    if (plan.get().trouble == Trouble.LOST_AT_ONCE) {
      taken();
      lose(connection);
    }
    return (Connection)
        Proxy.newProxyInstance(
            TroubledConnections.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getName().equals("commit")) {
                commit(connection);
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getTargetException();
              }
            });
  }

  private void commit(Connection connection) throws SQLException {
    var now = taken();
    now.reached.complete(null);
    now.goOn.join();
    switch (now.trouble) {
      case NONE, LOST_AT_ONCE -> connection.commit();
      case LOST_BEFORE_COMMIT -> {
        lose(connection);
        connection.commit();
      }
      case LOST_AFTER_COMMIT -> {
        connection.commit();
        lose(connection);
        throw new SQLException("the connection is lost", "08006");
      }
      case TRY_AGAIN -> {
        connection.rollback();
        if (now.times > 1) next(Trouble.TRY_AGAIN, now.times - 1);
        throw new SQLException("a deadlock", "40P01");
      }
    }
  }

  private void lose(Connection connection) throws SQLException {
    int session;
    try (var statement = connection.createStatement();
        var answer = statement.executeQuery("select pg_backend_pid()")) {
      answer.next();
      session = answer.getInt(1);
    }
    side.useHandle(handle -> handle.execute("select pg_terminate_backend(?, 5000)", session));
  }
}
