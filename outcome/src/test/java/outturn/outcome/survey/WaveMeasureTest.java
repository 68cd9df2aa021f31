package outturn.outcome.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.measure.Measure;
import outturn.definition.measure.Measure.Source.OfSurvey;
import outturn.definition.survey.Instrument;
import outturn.definition.survey.Item;
import outturn.definition.survey.Language;
import outturn.definition.survey.Population;
import outturn.definition.survey.Population.Person;
import outturn.definition.survey.Survey;
import outturn.definition.survey.Texts;

class WaveMeasureTest {
  /// The first day of a month in Auckland, the last one elsewhere.
  private static final Instant CLOSED = Instant.parse("2026-03-31T20:00:00Z");

  private static Survey survey(Instrument instrument) {
    var text = Texts.of("Pulse", "Puls");
    return new Survey(
        "pulse",
        new Survey.About(text, text, List.of(Language.EN), Optional.empty(), Optional.empty()),
        new Population(Optional.empty(), List.of(), List.of()),
        instrument.items(),
        new Survey.Plan(
            new Survey.Sample.Everybody(), List.of(), Duration.ofDays(14), Optional.empty()),
        new Survey.Rules(5, 10, List.of()),
        new Survey.Delivery("post", "https://outturn.example.org"));
  }

  private static Measure measure(Measure.Type type, String item) {
    return new Measure(
        "trust",
        new Measure.About("Trust", Optional.empty(), Optional.empty()),
        new Measure.Quantity(type, Optional.empty(), new Measure.Better.Higher(), Optional.empty()),
        new Measure.Rhythm(
            Measure.Cadence.MONTHLY,
            Duration.ZERO,
            ZoneId.of("Pacific/Auckland"),
            Optional.empty()),
        Optional.empty(),
        Optional.of(new OfSurvey("pulse", item)));
  }

  /// What a measure gets of people who each gave the same answer to all items.
  private static WaveMeasure got(
      Instrument instrument, Measure.Type type, String item, int... answers) {
    var survey = survey(instrument);
    var responses =
        Arrays.stream(answers)
            .mapToObj(answer -> {
              var given = new HashMap<String, String>();
              survey.items().stream().map(Item::name).forEach(name -> given.put(name, "" + answer));
              return new Response(List.of(), Map.copyOf(given));
            })
            .toList();
    var people = new ArrayList<Person>();
    for (int each = 0; each < 100; each++) {
      people.add(new Person("p" + each + "@example.org", Language.EN, List.of()));
    }
    var results = WaveCount.of(survey, people, answers.length, responses);
    var measure = measure(type, item);
    return WaveMeasure.of(measure, new OfSurvey("pulse", item), survey, results, CLOSED);
  }

  @Test
  void aShareHasItsCountsInThePeriodInWhichTheWaveClosed() {
    var got = got(Instrument.GAUGE, Measure.Type.PROPORTION, "g1", 5, 4, 3, 2, 4, 1);
    assertThat(got.period()).isEqualTo(LocalDate.of(2026, 4, 1));
    assertThat(got.value()).isEmpty();
    assertThat(got.numerator()).hasValue(3);
    assertThat(got.denominator()).hasValue(6);
    assertThat(got.why()).isEmpty();
  }

  @Test
  void otherNumbersHaveAValueOfSoManyAnswers() {
    var net = got(Instrument.HAPPINESS, Measure.Type.NPS, "happiness", 10, 9, 8, 7, 6);
    assertThat(net.value()).hasValue(20);
    assertThat(net.numerator()).isEmpty();
    assertThat(net.denominator()).hasValue(5);
    var minutes = got(Instrument.HAPPINESS, Measure.Type.DURATION, "lost-time", 10, 9, 8, 7, 6);
    assertThat(minutes.value()).hasValue(8);
    var score = got(Instrument.UMUX_LITE, Measure.Type.SCORE, "umux-lite", 7, 7, 4, 4, 1);
    assertThat(score.value().orElseThrow()).isCloseTo(60, within(1e-9));
    assertThat(score.denominator()).hasValue(5);
  }

  @Test
  void whatIsNotToldOrWasNotAskedGivesNothingAndSaysWhy() {
    var few = got(Instrument.GAUGE, Measure.Type.PROPORTION, "g1", 5, 4, 3, 2);
    assertThat(few.why()).isEqualTo("too few answers to show");
    assertThat(few.denominator()).isEmpty();
    assertThat(few.period()).isEqualTo(LocalDate.of(2026, 4, 1));
    assertThat(got(Instrument.GAUGE, Measure.Type.PROPORTION, "g1", 5, 5, 5, 5, 5).why())
        .as("all answered alike")
        .isEqualTo("too few answers to show");
    assertThat(got(Instrument.GAUGE, Measure.Type.PROPORTION, "g3", 5, 4, 3, 2, 1).why())
        .isEqualTo("the wave did not ask for it");
    assertThat(got(Instrument.GAUGE, Measure.Type.SCORE, "g1", 5, 4, 3, 2, 1).why())
        .isEqualTo("the wave did not ask for it");
  }
}
