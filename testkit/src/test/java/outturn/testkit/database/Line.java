package outturn.testkit.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import outturn.store.journal.Journal;
import outturn.store.journal.Journal.Outcome;
import outturn.store.journal.Truth;
import outturn.store.mailbox.Mailbox;
import outturn.store.ownership.Nodes;

/// A node's way to the database: before and after each transaction something may happen to it.
public final class Line {
  private final SimulatedDatabase database;
  private final Weather weather;
  private final Nodes nodes;
  private final Truth truth;
  private final Mailbox mailbox;

  /// What happens around a transaction.
  public interface Weather {
    /// Before a transaction.
    ///
    /// @param what it does
    /// @throws Cut when the database cannot be reached: nothing is done
    /// @throws Killed when the node dies
    void before(String what);

    /// After a transaction.
    ///
    /// @throws Cut when the answer is lost: all is done
    /// @throws Killed when the node dies
    void after();
  }

  /// The database does not answer.
  public static final class Cut extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Cut() {
      super("the database does not answer");
    }
  }

  /// The node is no more. An error, since nobody may catch it.
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  public Line(SimulatedDatabase database, Nodes nodes, Weather weather) {
    this.database = database;
    this.nodes = through(Nodes.class, nodes, weather);
    this.truth = through(Truth.class, new SimulatedTruth(database.rows()), weather);
    this.mailbox = through(Mailbox.class, database.mailbox(), weather);
    this.weather = weather;
  }

  public Journal journal() {
    return (fence, changes) -> {
      try {
        weather.before("commit");
        var outcome = database.commit(fence, changes);
        weather.after();
        return outcome;
      } catch (Cut cut) {
        return new Outcome.Unknown(String.valueOf(cut.getMessage()));
      }
    };
  }

  public Nodes nodes() {
    return nodes;
  }

  public Truth truth() {
    return truth;
  }

  public Mailbox mailbox() {
    return mailbox;
  }

  private static <T> T through(Class<T> type, T to, Weather weather) {
    return type.cast(
        Proxy.newProxyInstance(
            Line.class.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              weather.before(method.getName());
              try {
                var answer = method.invoke(to, arguments);
                weather.after();
                return answer;
              } catch (InvocationTargetException failed) {
                throw failed.getTargetException();
              }
            }));
  }
}
