package outturn.store.survey;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Mails to people who are asked. A node leases the one that it sends, with a link of its own; when
/// it dies, another one sends it again.
public final class Letters {
  private static final String CLAIM =
      """
      update survey_invitation i
      set tries = tries + 1, lease_until = clock_timestamp() + make_interval(secs => :lease)
      from survey_wave w
      where (i.survey, i.wave, i.address) = (
          select n.survey, n.wave, n.address from survey_invitation n
          where n.mailed < n.wanted and n.due <= :now
            and (n.lease_until is null or n.lease_until < clock_timestamp())
          order by n.due limit 1 for update of n skip locked)
        and w.survey = i.survey and w.wave = i.wave
      returning w.*, i.address, i.language, i.groups, i.mailed, i.tries
      """;

  private final Jdbi jdbi;

  public Letters(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Leases a mail that is due, and stores the hash of the link that it will carry.
  public Optional<Letter> claim(Token token, Instant now, Duration lease) {
    return jdbi.inTransaction(handle -> {
      var letter =
          handle
              .createQuery(CLAIM)
              .bind("lease", (double) lease.toSeconds())
              .bind("now", now.atOffset(ZoneOffset.UTC))
              .map((row, _) ->
                  new Letter(
                      WaveRows.wave(row),
                      WaveRows.invitee(row),
                      row.getInt("mailed") + 1,
                      row.getInt("tries")))
              .findOne();
      letter.ifPresent(found ->
          handle.execute(
              "insert into survey_link values (?, ?, ?, ?)",
              token.hash(),
              found.wave().survey(),
              found.wave().number(),
              found.to().address()));
      return letter;
    });
  }

  public void sent(Letter letter) {
    settle(
        letter,
        "update survey_invitation set mailed = mailed + 1, tries = 0, lease_until = null, error = null");
  }

  /// It is tried again later.
  public void failed(Letter letter, String error, Instant next) {
    jdbi.useHandle(handle ->
        handle.execute(
            """
            update survey_invitation set due = ?, lease_until = null, error = ?
            where survey = ? and wave = ? and address = ?
            """,
            next.atOffset(ZoneOffset.UTC),
            error,
            letter.wave().survey(),
            letter.wave().number(),
            letter.to().address()));
  }

  /// It is not sent any more.
  public void givenUp(Letter letter) {
    settle(letter, "update survey_invitation set wanted = mailed, tries = 0, lease_until = null");
  }

  private void settle(Letter letter, String update) {
    jdbi.useHandle(handle ->
        handle.execute(
            update + " where survey = ? and wave = ? and address = ?",
            letter.wave().survey(),
            letter.wave().number(),
            letter.to().address()));
  }
}
