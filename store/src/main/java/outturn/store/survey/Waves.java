package outturn.store.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;
import outturn.store.database.AdvisoryLock;
import outturn.store.database.SqlArray;
import outturn.store.json.Json;
import outturn.store.survey.WaveState.Closing;

/// Waves of surveys: opened for a sample of people, none of whom is asked too often, and closed
/// with their results.
public final class Waves {
  private static final int MONTH_DAYS = 30;
  private static final int QUARTER_DAYS = 92;
  private static final int MOST_IN_A_QUARTER = 4;

  private static final String STATES =
      """
      select w.*, c.closed, c.closed_by,
        coalesce(c.answered, (select count(*) from survey_answer a
          where a.survey = w.survey and a.wave = w.wave)) as answered,
        (select count(*) from survey_invitation i
          where i.survey = w.survey and i.wave = w.wave and i.mailed < i.wanted) as unsent,
        (select count(*) from survey_invitation i
          where i.survey = w.survey and i.wave = w.wave and i.mailed = 0 and i.wanted = 0) as failed,
        (select max(error) from survey_invitation i
          where i.survey = w.survey and i.wave = w.wave) as error
      from survey_wave w left join survey_closing c using (survey, wave)
      """;

  private final Jdbi jdbi;

  public Waves(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// What a wave is opened with.
  ///
  /// @param addresses of the whole population
  /// @param draw chooses from those who may be asked now
  public record Opening(
      String survey,
      Wave.Source source,
      Wave.Thresholds thresholds,
      Wave.Span span,
      Set<String> addresses,
      Function<Set<String>, List<Invitee>> draw) {}

  /// What came of it.
  public sealed interface Opened {
    record Done(Wave wave) implements Opened {}

    /// The survey has an open wave.
    record StillOpen(int number) implements Opened {}

    /// Too few may be asked now.
    record TooFew(int willing) implements Opened {}
  }

  /// Opens a wave with its invitations, and writes down who is asked on this day: one at a time on
  /// the whole server, so that nobody is asked by two surveys at once.
  public Opened open(Opening opening) {
    return jdbi.inTransaction(handle -> {
      AdvisoryLock.take(handle, "survey contacts");
      var known = states(handle, opening.survey());
      var open = known.stream().filter(WaveState::isOpen).findFirst();
      if (open.isPresent()) return new Opened.StillOpen(open.get().wave().number());
      var now = opening.span().opened();
      var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
      var invitees = opening.draw().apply(willing(handle, opening.addresses(), day));
      if (invitees.size() < opening.thresholds().numbers()) {
        return new Opened.TooFew(invitees.size());
      }
      int number = known.stream().mapToInt(each -> each.wave().number()).max().orElse(0) + 1;
      var span =
          new Wave.Span(
              now.truncatedTo(ChronoUnit.MICROS),
              opening.span().openedBy(),
              opening.span().closes());
      var wave =
          new Wave(
              opening.survey(),
              number,
              opening.source(),
              invitees.size(),
              opening.thresholds(),
              span);
      write(handle, wave);
      invite(handle, wave, invitees);
      remember(handle, invitees, day);
      var details = Map.<String, Object>of("wave", number, "invited", invitees.size());
      new Audit(() -> now)
          .record(handle, new Act(span.openedBy(), "survey send", wave.survey(), details));
      return new Opened.Done(wave);
    });
  }

  private static Set<String> willing(Handle handle, Set<String> addresses, LocalDate day) {
    handle.execute("delete from survey_contact where day <= ?", day.minusDays(QUARTER_DAYS));
    var persons = new HashMap<String, String>();
    for (var address : addresses) persons.put(hex(address), address);
    handle
        .createQuery(
            """
            select encode(person, 'hex') from survey_contact group by person
            having max(day) > :month or count(*) >= :most
            """)
        .bind("month", day.minusDays(MONTH_DAYS))
        .bind("most", MOST_IN_A_QUARTER)
        .mapTo(String.class)
        .forEach(persons::remove);
    return new HashSet<>(persons.values());
  }

  private static String hex(String address) {
    return HexFormat.of().formatHex(Token.sha256(address));
  }

  private static void write(Handle handle, Wave wave) {
    handle
        .createUpdate(
            """
            insert into survey_wave values (:survey, :wave, :project, :version, :seed, :invited,
              :numbers, :comments, :opened, :by, :closes)
            """)
        .bind("survey", wave.survey())
        .bind("wave", wave.number())
        .bind("project", wave.source().project())
        .bind("version", wave.source().version())
        .bind("seed", wave.source().seed())
        .bind("invited", wave.invited())
        .bind("numbers", wave.thresholds().numbers())
        .bind("comments", wave.thresholds().comments())
        .bind("opened", wave.span().opened().atOffset(ZoneOffset.UTC))
        .bind("by", wave.span().openedBy())
        .bind("closes", wave.span().closes().atOffset(ZoneOffset.UTC))
        .execute();
  }

  private static void invite(Handle handle, Wave wave, List<Invitee> invitees) {
    handle
        .createUpdate(
            """
            insert into survey_invitation (survey, wave, address, language, groups, due)
            select :survey, :wave, address, language, groups::jsonb, :due
            from unnest(:addresses, :languages, :groups) as g(address, language, groups)
            """)
        .bind("survey", wave.survey())
        .bind("wave", wave.number())
        .bind("due", wave.span().opened().atOffset(ZoneOffset.UTC))
        .bind("addresses", SqlArray.texts(invitees.stream().map(Invitee::address).toList()))
        .bind("languages", SqlArray.texts(invitees.stream().map(Invitee::language).toList()))
        .bind(
            "groups",
            SqlArray.texts(
                invitees.stream()
                    .map(each -> Json.encode(Map.of("groups", each.groups())))
                    .toList()))
        .execute();
  }

  private static void remember(Handle handle, List<Invitee> invitees, LocalDate day) {
    handle
        .createUpdate("insert into survey_contact select p, :day from unnest(:persons) as p")
        .bind("day", day)
        .bind(
            "persons",
            SqlArray.bytes(invitees.stream().map(each -> Token.sha256(each.address())).toList()))
        .execute();
  }

  /// All waves of a survey, newest first.
  public List<WaveState> of(String survey) {
    return jdbi.withHandle(handle -> states(handle, survey));
  }

  private static List<WaveState> states(Handle handle, String survey) {
    return handle
        .createQuery(STATES + " where w.survey = :survey order by w.wave desc")
        .bind("survey", survey)
        .map((row, _) -> state(row))
        .list();
  }

  /// The waves that are open.
  public List<WaveState> open() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(STATES + " where c.closed is null order by w.survey")
            .map((row, _) -> state(row))
            .list());
  }

  private static WaveState state(ResultSet row) throws SQLException {
    var by = row.getString("closed_by");
    return new WaveState(
        WaveRows.wave(row),
        row.getInt("answered"),
        row.getInt("unsent"),
        row.getInt("failed"),
        Optional.ofNullable(row.getString("error")).orElse(""),
        by == null
            ? Optional.empty()
            : Optional.of(new Closing(WaveRows.instant(row, "closed"), by)));
  }

  /// Wants one more mail to all who were sent so many and have not answered.
  ///
  /// @return how many they are
  public int remind(Wave wave, int mails, Instant now) {
    return jdbi.withHandle(handle ->
        handle.execute(
            """
            update survey_invitation set wanted = wanted + 1, tries = 0, due = ?
            where survey = ? and wave = ? and mailed = ? and wanted = ?
            """,
            now.atOffset(ZoneOffset.UTC),
            wave.survey(),
            wave.number(),
            mails,
            mails));
  }
}
