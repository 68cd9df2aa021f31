package outturn.store.survey;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.outcome.survey.WaveMeasure;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;
import outturn.store.json.Json;
import outturn.store.measure.Observation;
import outturn.store.measure.Observations;
import outturn.store.measure.Source;
import outturn.store.secret.Seal;

/// Takes answers, and counts them when a wave closes.
///
/// An answer is sealed with a key that is not in the database and has nothing in common with its
/// invitation, which is deleted with all its links in the transaction that stores the answer. When
/// the wave closes, answers become results and are deleted, with all invitations that are left.
public final class Answers {
  private static final String ASKED =
      """
      select w.*, i.address, i.language, i.groups
      from survey_link l join survey_invitation i using (survey, wave, address)
        join survey_wave w using (survey, wave)
      where l.hash = :hash
      """;

  private final Jdbi jdbi;
  private final Seal seal;

  public Answers(Jdbi jdbi, Seal seal) {
    this.jdbi = jdbi;
    this.seal = seal;
  }

  /// Whom a link asks; nobody when it was used, or its wave is over.
  public Optional<Asked> find(Token token, Instant now) {
    return jdbi.withHandle(handle -> find(handle, token, now));
  }

  private static Optional<Asked> find(Handle handle, Token token, Instant now) {
    return handle
        .createQuery(ASKED)
        .bind("hash", token.hash())
        .map((row, _) -> new Asked(WaveRows.wave(row), WaveRows.invitee(row)))
        .findOne()
        .filter(asked -> asked.wave().span().closes().isAfter(now));
  }

  /// Stores an answer and deletes the invitation, or neither.
  ///
  /// @param given what was answered, by item
  /// @return false when the link was used already, or the wave is over
  public boolean submit(Token token, Map<String, String> given, Instant now) {
    return jdbi.inTransaction(handle -> {
      var asked = find(handle, token, now);
      if (asked.isEmpty()) return false;
      var wave = asked.get().wave();
      // A wave that closes waits for this answer, and this answer for a wave that closes.
      lock(handle, wave, "share");
      if (delete(handle, wave, asked.get().invitee().address()) == 0) return false;
      var text = Json.encode(Map.of("groups", asked.get().invitee().groups(), "answers", given));
      handle.execute(
          "insert into survey_answer (survey, wave, sealed) values (?, ?, ?)",
          wave.survey(),
          wave.number(),
          seal.close(wave.about(), text));
      return true;
    });
  }

  private static int delete(Handle handle, Wave wave, String address) {
    return handle.execute(
        "delete from survey_invitation where survey = ? and wave = ? and address = ?",
        wave.survey(),
        wave.number(),
        address);
  }

  private static void lock(Handle handle, Wave wave, String strength) {
    handle
        .createQuery(
            "select 1 from survey_wave where survey = :survey and wave = :wave for " + strength)
        .bind("survey", wave.survey())
        .bind("wave", wave.number())
        .mapTo(Integer.class)
        .one();
  }

  /// What somebody answered, with the groups of the population that the person is in.
  public record Opened(List<String> groups, Map<String, String> answers) {}

  /// What was counted of all answers.
  ///
  /// @param results as a record for JSON
  /// @param measures that get a value of them, or do not, in the order of their names
  public record Counted(Object results, List<WaveMeasure> measures) {
    public Counted {
      measures = List.copyOf(measures);
    }
  }

  /// Closes a wave for good: keeps its results, records what measures get of them, and deletes
  /// answers, invitations and links.
  ///
  /// @return false when it was closed already
  /// @throws outturn.store.secret.Unreadable when the answers were sealed with another key; then
  ///   nothing happens
  public boolean close(Wave wave, String by, Instant now, Function<List<Opened>, Counted> count) {
    return jdbi.inTransaction(handle -> {
      lock(handle, wave, "update");
      if (results(handle, wave).isPresent()) return false;
      var answers = opened(handle, wave);
      var counted = count.apply(answers);
      handle.execute(
          "insert into survey_closing values (?, ?, ?, ?, ?, ?::json)",
          wave.survey(),
          wave.number(),
          now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
          by,
          answers.size(),
          ResultsText.of(counted));
      observe(handle, counted.measures(), by, now);
      for (var table : List.of("survey_answer", "survey_invitation")) {
        handle.execute(
            "delete from " + table + " where survey = ? and wave = ?",
            wave.survey(),
            wave.number());
      }
      var details = Map.<String, Object>of("wave", wave.number(), "answered", answers.size());
      new Audit(() -> now).record(handle, new Act(by, "survey close", wave.survey(), details));
      return true;
    });
  }

  private static void observe(Handle handle, List<WaveMeasure> measures, String by, Instant now) {
    for (var each : measures) {
      if (!each.why().isEmpty()) continue;
      var observation =
          new Observation("", each.period(), each.value(), each.numerator(), each.denominator());
      Observations.append(handle, each.measure(), List.of(observation), now, new Source.User(by));
    }
  }

  private List<Opened> opened(Handle handle, Wave wave) {
    return handle
        .createQuery("select sealed from survey_answer where survey = :survey and wave = :wave")
        .bind("survey", wave.survey())
        .bind("wave", wave.number())
        .mapTo(byte[].class)
        .map(sealed -> opened(seal.open(wave.about(), sealed)))
        .list();
  }

  private static Opened opened(String text) {
    var all = Json.decode(text);
    var groups = all.get("groups") instanceof List<?> list ? list : List.of();
    var given = all.get("answers") instanceof Map<?, ?> map ? map : Map.of();
    return new Opened(
        groups.stream().map(String::valueOf).toList(),
        given.entrySet().stream()
            .collect(
                Collectors.toMap(
                    each -> String.valueOf(each.getKey()),
                    each -> String.valueOf(each.getValue()))));
  }

  /// The results of a wave as JSON; none before it has closed.
  public Optional<String> results(Wave wave) {
    return jdbi.withHandle(handle -> results(handle, wave));
  }

  private static Optional<String> results(Handle handle, Wave wave) {
    return handle
        .createQuery("select results from survey_closing where survey = :survey and wave = :wave")
        .bind("survey", wave.survey())
        .bind("wave", wave.number())
        .mapTo(String.class)
        .findOne();
  }
}
