package outturn.store.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import outturn.outcome.register.LockedPlan;
import outturn.outcome.terms.Terms;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;
import outturn.store.database.AdvisoryLock;

/// Analysis plans as they were locked. None is ever changed: an amendment is a new version. Each is
/// recorded with its act in the audit trail.
public final class AnalysisPlans {
  private final Jdbi jdbi;

  public AnalysisPlans(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// What a plan says.
  ///
  /// @param firstKnown when the first value after the intervention can be known
  public record Said(Terms terms, Optional<LocalDate> firstKnown) {}

  /// Another text of a plan that is locked.
  public record Amendment(String outcome, Said said, String reason) {}

  /// Locks the plan of an outcome; does nothing where one is locked.
  public void lock(String outcome, Said said, String by, Instant now) {
    jdbi.useTransaction(handle -> {
      AdvisoryLock.take(handle, word(outcome));
      if (history(handle, outcome).isEmpty()) add(handle, outcome, locked(1, said, now, by, ""));
    });
  }

  /// Puts amendments beside what they amend, in the transaction of who asks for them. One that says
  /// what is locked already does nothing.
  public static void amend(Handle handle, List<Amendment> amendments, String by, Instant now) {
    for (var each : amendments) {
      AdvisoryLock.take(handle, word(each.outcome()));
      var history = history(handle, each.outcome());
      if (history.isEmpty()) throw new IllegalStateException("nothing is locked: " + each);
      var last = history.getFirst();
      if (last.terms().equals(each.said().terms())) continue;
      add(handle, each.outcome(), locked(last.version() + 1, each.said(), now, by, each.reason()));
    }
  }

  /// All versions, newest first.
  public List<LockedPlan> history(String outcome) {
    return jdbi.withHandle(handle -> history(handle, outcome));
  }

  /// The newest version of each outcome that has one, by the outcome's name.
  public Map<String, LockedPlan> standing() {
    var standing = new TreeMap<String, LockedPlan>();
    jdbi.useHandle(handle ->
        handle
            .createQuery(
                "select distinct on (outcome) * from analysis_plan order by outcome, version desc")
            .map((row, _) -> Map.entry(row.getString("outcome"), plan(row)))
            .forEach(entry -> standing.put(entry.getKey(), entry.getValue())));
    return standing;
  }

  private static String word(String outcome) {
    return "analysis plan " + outcome;
  }

  private static LockedPlan locked(int version, Said said, Instant now, String by, String reason) {
    return new LockedPlan(
        version, said.terms(), said.firstKnown(), now.truncatedTo(ChronoUnit.MICROS), by, reason);
  }

  private static List<LockedPlan> history(Handle handle, String outcome) {
    return handle
        .createQuery("select * from analysis_plan where outcome = :outcome order by version desc")
        .bind("outcome", outcome)
        .map((row, _) -> plan(row))
        .list();
  }

  private static void add(Handle handle, String outcome, LockedPlan plan) {
    handle
        .createUpdate(
            """
            insert into analysis_plan
            values (:outcome, :version, :terms, :hash, :known, :at, :by, :reason)
            """)
        .bind("outcome", outcome)
        .bind("version", plan.version())
        .bind("terms", plan.terms().text())
        .bind("hash", plan.terms().hash())
        .bind("known", plan.firstKnown().orElse(null))
        .bind("at", plan.at().atOffset(ZoneOffset.UTC))
        .bind("by", plan.by())
        .bind("reason", plan.reason())
        .execute();
    new Audit(plan::at).record(handle, act(outcome, plan));
  }

  private static Act act(String outcome, LockedPlan plan) {
    var details = new HashMap<String, Object>();
    details.put("version", plan.version());
    details.put("hash", plan.terms().hash());
    if (!plan.reason().isEmpty()) details.put("why", plan.reason());
    var what = plan.version() == 1 ? "analysis lock" : "analysis amend";
    return new Act(plan.by(), what, outcome, Map.copyOf(details));
  }

  private static LockedPlan plan(ResultSet row) throws SQLException {
    @Nullable LocalDate known = row.getObject("first_known", LocalDate.class);
    return new LockedPlan(
        row.getInt("version"),
        new Terms(row.getString("terms")),
        Optional.ofNullable(known),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("by"),
        row.getString("reason"));
  }
}
