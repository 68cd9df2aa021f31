package outturn.store.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.outcome.survey.WaveMeasure;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;
import outturn.store.folder.PrivateFile;
import outturn.store.measure.Observation;
import outturn.store.measure.Observations;
import outturn.store.measure.Source;
import outturn.store.secret.Seal;
import outturn.store.secret.SecretsKey;
import outturn.store.secret.Unreadable;

/// Looks at everything that a dump of the database holds.
class AnswersTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:15:30.123456Z");
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Map<String, String> GIVEN = Map.of("g1", "5", "why", "The printer again");

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final int ANSWERED = 9;

  @TempDir Path folder;
  private TestDatabase database;
  private Jdbi jdbi;
  private Waves waves;
  private Letters letters;
  private Answers answers;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    jdbi = database.database().jdbi(Lane.API);
    waves = new Waves(jdbi);
    letters = new Letters(jdbi);
    answers = new Answers(jdbi, seal("key"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Seal seal(String file) {
    return new Seal(SecretsKey.in(new PrivateFile(folder.resolve(file))));
  }

  private Wave wave(String survey, int people, Instant at) {
    return switch (opened(survey, people, at)) {
      case Waves.Opened.Done(var wave) -> wave;
      case Waves.Opened.StillOpen _, Waves.Opened.TooFew _ -> throw new AssertionError();
    };
  }

  private Waves.Opened opened(String survey, int people, Instant at) {
    var invitees =
        IntStream.range(0, people)
            .mapToObj(each -> new Invitee("person" + each + "@example.org", "en", List.of("north")))
            .toList();
    return waves.open(
        new Waves.Opening(
            survey,
            new Wave.Source("housing", 1, 7),
            new Wave.Thresholds(5, 10),
            new Wave.Span(at, "ada", at.plus(Duration.ofDays(14))),
            Set.copyOf(invitees.stream().map(Invitee::address).toList()),
            willing ->
                invitees.stream().filter(each -> willing.contains(each.address())).toList()));
  }

  private static Answers.Counted counted(int answers) {
    return new Answers.Counted(Map.of("n", answers), List.of());
  }

  private Token mailed() {
    var token = Token.make();
    letters.sent(letters.claim(token, NOW.plusSeconds(1), LEASE).orElseThrow());
    return token;
  }

  private List<String> tables() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select quote_ident(table_name) from information_schema.tables
                where table_schema = current_schema() and table_type = 'BASE TABLE'
                """)
            .mapTo(String.class)
            .list());
  }

  /// Every row of every table as text.
  private List<String> dump() {
    var rows = new ArrayList<String>();
    for (var table : tables()) {
      jdbi.useHandle(handle ->
          handle
              .createQuery("select '" + table + " ' || t::text from " + table + " t")
              .mapTo(String.class)
              .forEach(rows::add));
    }
    return rows;
  }

  @Test
  void aDumpHoldsNoLinkBetweenAPersonAndAnAnswer() {
    wave("pulse", 8, NOW);
    var tokens = IntStream.range(0, 8).mapToObj(_ -> mailed()).toList();
    var gone = answers.find(tokens.getFirst(), NOW).orElseThrow().invitee().address();
    assertThat(answers.submit(tokens.getFirst(), GIVEN, NOW)).isTrue();
    assertThat(answers.submit(tokens.get(1), Map.of("g1", "1"), NOW)).isTrue();

    var dump = dump();
    assertThat(dump).noneMatch(row -> row.contains(gone) || row.contains("printer"));
    assertThat(dump)
        .noneMatch(row -> row.contains(HexFormat.of().formatHex(tokens.getFirst().hash())));
    assertThat(dump).noneMatch(row -> tokens.stream().anyMatch(each -> row.contains(each.text())));
    var sealed = dump.stream().filter(row -> row.startsWith("survey_answer ")).toList();
    assertThat(sealed).hasSize(2);
    assertThat(sealed.getFirst()).hasSameSizeAs(sealed.getLast());
    for (var table : tables()) {
      if (table.equals("survey_answer")) continue;
      long written =
          jdbi.withHandle(handle ->
              handle
                  .createQuery(
                      "select count(*) from "
                          + table
                          + " where xmin in (select xmin from survey_answer)")
                  .mapTo(Long.class)
                  .one());
      assertThat(written).as("rows of %s that an answer's transaction wrote", table).isZero();
    }
  }

  @Test
  void whenAWaveClosesOnlyItsResultsAreLeft() {
    var wave = wave("pulse", 8, NOW);
    var token = mailed();
    var other = mailed();
    answers.submit(token, GIVEN, NOW);
    var seen = new ArrayList<Answers.Opened>();
    assertThat(
            answers.close(
                wave,
                "ada",
                NOW,
                opened -> {
                  seen.addAll(opened);
                  return counted(opened.size());
                }))
        .isTrue();
    assertThat(seen).containsExactly(new Answers.Opened(List.of("north"), GIVEN));
    assertThat(answers.results(wave)).contains("{\"n\":1,\"measures\":[]}");
    assertThat(answers.close(wave, "eve", NOW, _ -> counted(0))).isFalse();
    assertThat(answers.submit(other, GIVEN, NOW)).isFalse();
    assertThat(dump())
        .noneMatch(row -> row.contains("@example.org") || row.contains("printer"))
        .noneMatch(row ->
            row.startsWith("survey_answer ")
                || row.startsWith("survey_link ")
                || row.startsWith("survey_invitation "));
  }

  @Test
  void measuresGetTheirValueWithTheClosingOrNotAtAll() {
    var wave = wave("pulse", 8, NOW);
    var observations = new Observations(jdbi);
    assertThatThrownBy(
            () -> answers.close(wave, "ada", NOW, _ -> observed("cost", ANSWERED, "speed", -1)))
        .hasMessageContaining("denominator");
    assertThat(observations.counts()).isEmpty();
    assertThat(answers.results(wave)).as("still open").isEmpty();

    assertThat(answers.close(wave, "ada", NOW, _ -> observed("cost", ANSWERED, "trust", 6)))
        .isTrue();
    assertThat(answers.close(wave, "ada", NOW, _ -> observed("cost", ANSWERED, "trust", 7)))
        .isFalse();
    assertThat(observations.history("trust", ""))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.observation()).isEqualTo(Observation.ratio("", MARCH, 3, 6));
          assertThat(each.source()).isEqualTo(new Source.User("ada"));
          assertThat(each.recordedAt()).isEqualTo(NOW);
        });
    assertThat(observations.history("cost", "").getFirst().observation().denominator())
        .hasValue(ANSWERED);
    assertThat(observations.history("unasked", "")).isEmpty();
    assertThat(answers.results(wave).orElseThrow())
        .contains("\"period\":\"2026-03-01\"", "\"numerator\":3.0", "\"why\":\"not asked\"");
  }

  /// A mean of so many answers, a share of three of so many, and a measure that gets nothing.
  private static Answers.Counted observed(String mean, int n, String share, int all) {
    var none = OptionalDouble.empty();
    return new Answers.Counted(
        Map.of("n", n),
        List.of(
            new WaveMeasure(
                mean, "a", MARCH, OptionalDouble.of(2.5), none, OptionalDouble.of(n), ""),
            new WaveMeasure(
                share, "b", MARCH, none, OptionalDouble.of(3), OptionalDouble.of(all), ""),
            new WaveMeasure("unasked", "c", MARCH, none, none, none, "not asked")));
  }

  @Test
  void nobodyLowersAThresholdOrChangesResults() {
    var wave = wave("pulse", 8, NOW);
    answers.close(wave, "ada", NOW, _ -> counted(0));
    for (var change :
        List.of(
            "update survey_wave set numbers = 1",
            "update survey_closing set results = '{}'",
            "delete from survey_closing",
            "insert into survey_wave select survey, 9, project, version, seed, invited, 4, comments, opened, opened_by, closes from survey_wave")) {
      assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(change)))
          .as(change)
          .hasMessageMatching("(?s).*(append-only|check constraint).*");
    }
  }

  @Test
  void nobodyIsAskedTwiceInThirtyDaysOrMoreThanFourTimesInAQuarter() {
    var first = wave("one", 8, NOW);
    assertThat(opened("two", 8, NOW)).isEqualTo(new Waves.Opened.TooFew(0));
    assertThat(opened("two", 14, NOW)).isInstanceOf(Waves.Opened.Done.class);
    assertThat(opened("one", 14, NOW)).isEqualTo(new Waves.Opened.StillOpen(1));
    answers.close(first, "ada", NOW, _ -> counted(0));
    assertThat(opened("one", 8, NOW.plus(Duration.ofDays(29))))
        .isEqualTo(new Waves.Opened.TooFew(0));
    assertThat(wave("one", 8, NOW.plus(Duration.ofDays(31))).number()).isEqualTo(2);
    jdbi.useHandle(handle ->
        handle.execute(
            "insert into survey_contact select person, '2026-04-01' from survey_contact"));
    assertThat(opened("three", 8, NOW.plus(Duration.ofDays(62))))
        .isEqualTo(new Waves.Opened.TooFew(0));
  }

  @Test
  void answersThatAnotherKeySealedAreKeptUntilTheRightOneIsBack() {
    var wave = wave("pulse", 8, NOW);
    answers.submit(mailed(), GIVEN, NOW);
    var other = new Answers(jdbi, seal("other"));
    assertThatThrownBy(() -> other.close(wave, "ada", NOW, _ -> counted(0)))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("put that one back");
    assertThat(waves.of("pulse").getFirst().answered()).isEqualTo(1);
    assertThat(answers.close(wave, "ada", NOW, _ -> counted(0))).isTrue();
  }

  @Test
  void aMailThatFailsIsSentAgainAndInTheEndGivenUp() {
    var wave = wave("pulse", 5, NOW);
    var letter = letters.claim(Token.make(), NOW, LEASE).orElseThrow();
    letters.failed(letter, "no route", NOW.plusSeconds(30));
    for (int each = 0; each < 4; each++) mailed();
    assertThat(letters.claim(Token.make(), NOW.plusSeconds(20), LEASE)).isEmpty();
    var again = letters.claim(Token.make(), NOW.plusSeconds(40), LEASE).orElseThrow();
    assertThat(again.to()).isEqualTo(letter.to());
    assertThat(again.tries()).isEqualTo(2);
    letters.givenUp(again);
    var state = waves.of("pulse").getFirst();
    assertThat(state.failed()).isEqualTo(1);
    assertThat(state.error()).isEqualTo("no route");
    assertThat(waves.remind(wave, 1, NOW)).isEqualTo(4);
  }
}
