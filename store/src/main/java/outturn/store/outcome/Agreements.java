package outturn.store.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;
import outturn.store.database.AdvisoryLock;

/// Agreements to outcomes. None is ever changed; each is recorded with its act in the audit trail.
public final class Agreements {
  private final Jdbi jdbi;

  public Agreements(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Records that somebody agrees. Who has agreed to the terms that stand already does nothing by
  /// agreeing again.
  public Agreement agree(
      String outcome, Agreement.Terms terms, String who, String comment, Instant now) {
    return jdbi.inTransaction(handle -> {
      AdvisoryLock.take(handle, "agreement " + outcome);
      var history = history(handle, outcome);
      var same =
          history.stream()
              .takeWhile(each -> each.terms().hash().equals(terms.hash()))
              .filter(each -> each.who().equals(who))
              .findFirst();
      if (same.isPresent()) return same.get();
      int version = history.stream().mapToInt(Agreement::version).max().orElse(0) + 1;
      var agreed =
          new Agreement(outcome, version, terms, who, now.truncatedTo(ChronoUnit.MICROS), comment);
      write(handle, agreed);
      new Audit(() -> now).record(handle, act(agreed));
      return agreed;
    });
  }

  /// All agreements to an outcome, newest first.
  public List<Agreement> history(String outcome) {
    try (var handle = jdbi.open()) {
      return history(handle, outcome);
    }
  }

  private static List<Agreement> history(Handle handle, String outcome) {
    return handle
        .createQuery("select * from agreement where outcome = :outcome order by version desc")
        .bind("outcome", outcome)
        .map((row, _) -> agreement(row))
        .list();
  }

  private static void write(Handle handle, Agreement agreed) {
    handle
        .createUpdate(
            """
            insert into agreement values (:outcome, :version, :terms, :hash, :who, :at, :comment)
            """)
        .bind("outcome", agreed.outcome())
        .bind("version", agreed.version())
        .bind("terms", agreed.terms().text())
        .bind("hash", agreed.terms().hash())
        .bind("who", agreed.who())
        .bind("at", agreed.at().atOffset(ZoneOffset.UTC))
        .bind("comment", agreed.comment())
        .execute();
  }

  private static Act act(Agreement agreed) {
    var details = new HashMap<String, Object>();
    details.put("agreement", agreed.version());
    details.put("hash", agreed.terms().hash());
    if (!agreed.comment().isEmpty()) details.put("why", agreed.comment());
    return new Act(agreed.who(), "outcome agree", agreed.outcome(), Map.copyOf(details));
  }

  private static Agreement agreement(ResultSet row) throws SQLException {
    return new Agreement(
        row.getString("outcome"),
        row.getInt("version"),
        new Agreement.Terms(row.getString("terms"), row.getString("hash")),
        row.getString("who"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("comment"));
  }
}
