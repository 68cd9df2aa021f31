package outturn.store.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;
import outturn.store.database.AdvisoryLock;
import outturn.store.outcome.KeptEvidence.Found;
import outturn.store.outcome.StatementLetter.Occasion;

/// What analyses found on their review dates, and who signed it. None is ever changed: a correction
/// is a new version, and has signatures of its own. Where people are to hear of it by mail, the
/// letter is wanted in the same transaction.
public final class EvidenceRecords {
  private final Jdbi jdbi;

  public EvidenceRecords(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Keeps what was found for a review, unless something is kept for it already.
  ///
  /// @param mail the channel by which people hear of it
  public KeptEvidence keep(
      String outcome,
      LocalDate review,
      Found found,
      String by,
      Instant now,
      Optional<String> mail) {
    return jdbi.inTransaction(handle -> {
      AdvisoryLock.take(handle, word(outcome));
      var history = history(handle, outcome);
      var same = history.stream().filter(each -> each.review().equals(review)).findFirst();
      return same.orElseGet(() -> {
        var kept = add(handle, next(history, outcome, review, found, now, by, ""));
        want(handle, kept, Occasion.KEPT, mail);
        return kept;
      });
    });
  }

  /// Keeps a correction of what is kept for a review; if it found the same, that stays.
  ///
  /// @param mail the channel by which people hear of it
  public KeptEvidence correct(
      KeptEvidence old, Found found, String by, String reason, Instant now, Optional<String> mail) {
    return jdbi.inTransaction(handle -> {
      AdvisoryLock.take(handle, word(old.outcome()));
      var history = history(handle, old.outcome());
      var corrected = next(history, old.outcome(), old.review(), found, now, by, reason);
      var same =
          history.stream()
              .filter(each -> each.review().equals(old.review()))
              .findFirst()
              .filter(each -> each.hash().equals(corrected.hash()));
      return same.orElseGet(() -> {
        want(handle, add(handle, corrected), Occasion.CORRECTED, mail);
        return corrected;
      });
    });
  }

  private static void want(
      Handle handle, KeptEvidence kept, Occasion occasion, Optional<String> mail) {
    mail.ifPresent(
        channel -> StatementLetters.want(handle, kept, occasion, channel, kept.by(), kept.at()));
  }

  /// All versions, newest first.
  public List<KeptEvidence> history(String outcome) {
    return jdbi.withHandle(handle -> history(handle, outcome));
  }

  /// The reviews of which something is kept, by the outcome's name.
  public Map<String, Set<LocalDate>> reviews() {
    var reviews = new HashMap<String, Set<LocalDate>>();
    jdbi.useHandle(handle ->
        handle
            .createQuery("select distinct outcome, review from evidence")
            .map((row, _) -> Map.entry(row.getString(1), row.getObject(2, LocalDate.class)))
            .forEach(entry ->
                reviews
                    .computeIfAbsent(entry.getKey(), _ -> new HashSet<>())
                    .add(entry.getValue())));
    return reviews;
  }

  /// What was kept last.
  public Optional<KeptEvidence> newest(String outcome) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select * from evidence where outcome = :outcome order by version desc limit 1")
            .bind("outcome", outcome)
            .map((row, _) -> evidence(row))
            .findOne());
  }

  /// Signs evidence; empty if somebody signed in that capacity, or this person in another one.
  ///
  /// @param mail the channel by which people hear of it
  public Optional<Signature> sign(
      KeptEvidence evidence,
      Signature.Capacity capacity,
      String who,
      String comment,
      Instant now,
      Optional<String> mail) {
    var signature =
        new Signature(evidence.hash(), capacity, who, now.truncatedTo(ChronoUnit.MICROS), comment);
    return jdbi.inTransaction(handle -> {
      if (insert(handle, signature) == 0) return Optional.empty();
      var details = Map.<String, Object>of("as", capacity.word(), "evidence", signature.evidence());
      new Audit(() -> now)
          .record(handle, new Act(who, "outcome sign", evidence.outcome(), details));
      mail.ifPresent(channel ->
          StatementLetters.want(handle, evidence, Occasion.SIGNED, channel, who, signature.at()));
      return Optional.of(signature);
    });
  }

  /// The owner first.
  public List<Signature> signatures(String evidence) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select * from signature where evidence = :evidence order by capacity desc")
            .bind("evidence", evidence)
            .map((row, _) -> signature(row))
            .list());
  }

  private static String word(String outcome) {
    return "evidence " + outcome;
  }

  private static KeptEvidence next(
      List<KeptEvidence> history,
      String outcome,
      LocalDate review,
      Found found,
      Instant now,
      String by,
      String reason) {
    int version = history.stream().mapToInt(KeptEvidence::version).max().orElse(0) + 1;
    return new KeptEvidence(
        outcome, version, review, found, now.truncatedTo(ChronoUnit.MICROS), by, reason);
  }

  private static List<KeptEvidence> history(Handle handle, String outcome) {
    return handle
        .createQuery("select * from evidence where outcome = :outcome order by version desc")
        .bind("outcome", outcome)
        .map((row, _) -> evidence(row))
        .list();
  }

  private static KeptEvidence add(Handle handle, KeptEvidence evidence) {
    var found = evidence.found();
    handle
        .createUpdate(
            """
            insert into evidence
            values (:outcome, :version, :review, :badge, :plan, :hash, :body, :at, :by, :reason)
            """)
        .bind("outcome", evidence.outcome())
        .bind("version", evidence.version())
        .bind("review", evidence.review())
        .bind("badge", found.badge())
        .bind("plan", found.plan())
        .bind("hash", evidence.hash())
        .bind("body", found.body())
        .bind("at", evidence.at().atOffset(ZoneOffset.UTC))
        .bind("by", evidence.by())
        .bind("reason", evidence.reason())
        .execute();
    new Audit(evidence::at).record(handle, act(evidence));
    return evidence;
  }

  private static Act act(KeptEvidence evidence) {
    var details = new HashMap<String, Object>();
    details.put("version", evidence.version());
    details.put("review", evidence.review().toString());
    details.put("hash", evidence.hash());
    if (!evidence.reason().isEmpty()) details.put("why", evidence.reason());
    return new Act(evidence.by(), "outcome impact", evidence.outcome(), Map.copyOf(details));
  }

  private static int insert(Handle handle, Signature signature) {
    return handle
        .createUpdate(
            """
            insert into signature values (:evidence, :capacity, :who, :at, :comment)
            on conflict do nothing
            """)
        .bind("evidence", signature.evidence())
        .bind("capacity", signature.capacity().word())
        .bind("who", signature.who())
        .bind("at", signature.at().atOffset(ZoneOffset.UTC))
        .bind("comment", signature.comment())
        .execute();
  }

  private static KeptEvidence evidence(ResultSet row) throws SQLException {
    return new KeptEvidence(
        row.getString("outcome"),
        row.getInt("version"),
        row.getObject("review", LocalDate.class),
        new Found(row.getString("badge"), row.getString("plan"), row.getString("body")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("by"),
        row.getString("reason"));
  }

  private static Signature signature(ResultSet row) throws SQLException {
    return new Signature(
        row.getString("evidence"),
        Signature.Capacity.valueOf(row.getString("capacity").toUpperCase(Locale.ROOT)),
        row.getString("who"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("comment"));
  }
}
