package outturn.store.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;
import outturn.store.outcome.StatementLetter.Due;
import outturn.store.outcome.StatementLetter.Fate;
import outturn.store.outcome.StatementLetter.Occasion;

/// Impact statements on their way to people. A node leases the one that it sends; when it dies,
/// another one sends it again, under the same id.
public final class StatementLetters {
  private static final String COMMA = ", ";
  private static final Pattern COMMAS = Pattern.compile(COMMA);

  private static final String CLAIM =
      """
      update statement_letter
      set tries = tries + 1, lease_until = clock_timestamp() + make_interval(secs => :lease)
      where id = (
        select id from statement_letter
        where due <= :now and (lease_until is null or lease_until < clock_timestamp())
        order by due limit 1 for update skip locked)
      returning *
      """;

  private final Jdbi jdbi;

  public StatementLetters(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Wants a letter, in the transaction that keeps, corrects or signs what it tells of.
  static void want(
      Handle handle,
      KeptEvidence evidence,
      Occasion occasion,
      String channel,
      String by,
      Instant at) {
    handle.execute(
        """
        insert into statement_letter (outcome, version, occasion, channel, by, at, due)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        evidence.outcome(),
        evidence.version(),
        occasion.word(),
        channel,
        by,
        time(at),
        time(at));
  }

  /// Wants a letter for which somebody asks; the act is recorded.
  public void ask(KeptEvidence evidence, String channel, String by, Instant now) {
    var at = now.truncatedTo(ChronoUnit.MICROS);
    jdbi.useTransaction(handle -> {
      want(handle, evidence, Occasion.ASKED, channel, by, at);
      var details = Map.<String, Object>of("version", evidence.version(), "channel", channel);
      new Audit(() -> at).record(handle, new Act(by, "outcome send", evidence.outcome(), details));
    });
  }

  /// Leases a letter that is due.
  public Optional<Due> claim(Instant now, Duration lease) {
    return jdbi.inTransaction(handle ->
        handle
            .createQuery(CLAIM)
            .bind("lease", (double) lease.toSeconds())
            .bind("now", time(now))
            .map((row, _) -> new Due(letter(row), row.getInt("tries")))
            .findOne());
  }

  public void sent(StatementLetter letter, List<String> to, Instant now) {
    settle(
        letter,
        "sent = ?, recipients = ?, due = null, lease_until = null, error = null",
        time(now),
        String.join(COMMA, to));
  }

  /// It is tried again later.
  public void failed(StatementLetter letter, String error, Instant next) {
    settle(letter, "error = ?, due = ?, lease_until = null", error, time(next));
  }

  /// It is not tried any more.
  public void givenUp(StatementLetter letter, String error) {
    settle(letter, "error = ?, due = null, lease_until = null", error);
  }

  private void settle(StatementLetter letter, String update, Object... values) {
    var all = Arrays.copyOf(values, values.length + 1);
    all[values.length] = letter.id();
    jdbi.useHandle(handle ->
        handle.execute("update statement_letter set %s where id = ?::uuid".formatted(update), all));
  }

  /// The letters of an outcome, newest first.
  public List<Fate> history(String outcome, int most) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select * from statement_letter where outcome = :outcome order by at desc, id limit :most")
            .bind("outcome", outcome)
            .bind("most", most)
            .map((row, _) -> fate(row))
            .list());
  }

  /// How many wait to be sent.
  public long waiting() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select count(*) from statement_letter where due is not null")
            .mapTo(Long.class)
            .one());
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static StatementLetter letter(ResultSet row) throws SQLException {
    return new StatementLetter(
        row.getString("id"),
        row.getString("outcome"),
        row.getInt("version"),
        Occasion.valueOf(row.getString("occasion").toUpperCase(Locale.ROOT)),
        row.getString("channel"),
        row.getString("by"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static Fate fate(ResultSet row) throws SQLException {
    @Nullable String to = row.getString("recipients");
    return new Fate(
        letter(row),
        row.getInt("tries"),
        instant(row, "due"),
        instant(row, "sent"),
        to == null ? List.of() : COMMAS.splitAsStream(to).toList(),
        Optional.ofNullable(row.getString("error")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
