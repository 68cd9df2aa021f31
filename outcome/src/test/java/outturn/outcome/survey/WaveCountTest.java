package outturn.outcome.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.survey.Instrument;
import outturn.definition.survey.Item;
import outturn.definition.survey.Language;
import outturn.definition.survey.Points;
import outturn.definition.survey.Population;
import outturn.definition.survey.Population.Person;
import outturn.definition.survey.Survey;
import outturn.definition.survey.Texts;
import outturn.outcome.survey.Numbers.Amount;
import outturn.outcome.survey.WaveResults.OfGroup;

class WaveCountTest {
  private static final Item COMMENT = own("why", new Item.Form.Comment());

  private static Item own(String name, Item.Form form) {
    return new Item(name, 1, Optional.empty(), form, Texts.of("?", "?"));
  }

  private static Survey survey(Optional<String> weight, List<Item> items) {
    return survey(List.of("site"), weight.stream().toList(), items);
  }

  private static Survey survey(List<String> attributes, List<String> weights, List<Item> items) {
    var text = Texts.of("Pulse", "Puls");
    return new Survey(
        "pulse",
        new Survey.About(text, text, List.of(Language.EN), Optional.empty(), Optional.empty()),
        new Population(Optional.empty(), attributes, List.of()),
        items,
        new Survey.Plan(
            new Survey.Sample.Everybody(), List.of(), Duration.ofDays(14), Optional.empty()),
        new Survey.Rules(5, 10, weights),
        new Survey.Delivery("post", "https://outturn.example.org"));
  }

  private static List<Person> people(int north, int south) {
    var people = new ArrayList<Person>();
    for (int each = 0; each < north + south; each++) {
      people.add(
          new Person(
              "p" + each + "@x.org", Language.EN, List.of(each < north ? "north" : "south")));
    }
    return people;
  }

  private static List<Response> responses(String site, String item, int... answers) {
    var responses = new ArrayList<Response>();
    for (int answer : answers) {
      responses.add(new Response(List.of(site), Map.of(item, Integer.toString(answer))));
    }
    return responses;
  }

  private static Amount amount(Numbers numbers, String what) {
    return numbers.amounts().stream()
        .filter(each -> each.what().equals(what))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void agreementIsAShareWithTheIntervalOfWilsonAndAMean() {
    var survey = survey(Optional.empty(), Instrument.GAUGE.items().subList(0, 1));
    var all = new ArrayList<>(responses("north", "g1", 5, 4, 4, 4, 3, 2, 5, 5, 4, 1));
    var results = WaveCount.of(survey, people(1_000_000, 0), 40, all);
    var numbers = results.find("g1").orElseThrow().all().orElseThrow();
    assertThat(numbers.n()).isEqualTo(10);
    // Wilson, 7 of 10, by hand: .3968 to .8922.
    var share = amount(numbers, "share");
    assertThat(share.value()).isEqualTo(.7);
    assertThat(share.counted()).hasValue(7);
    assertThat(share.lower()).isCloseTo(.3968, within(.0002));
    assertThat(share.upper()).isCloseTo(.8922, within(.0002));
    assertThat(amount(numbers, "mean").value()).isCloseTo(3.7, within(1e-9));
    assertThat(numbers.distribution())
        .extracting(Numbers.Place::count)
        .containsExactly(1, 1, 1, 4, 3);
    assertThat(results.responseRate()).isEqualTo(.25);
  }

  @Test
  void fewerAnswersThanTheThresholdTellNothing() {
    var survey = survey(Optional.empty(), Instrument.GAUGE.items().subList(0, 1));
    var results = WaveCount.of(survey, people(20, 20), 40, responses("north", "g1", 5, 4, 1, 2));
    assertThat(results.answered()).isEqualTo(4);
    var told = results.find("g1").orElseThrow();
    assertThat(told.all()).isEmpty();
    assertThat(told.groups()).extracting(OfGroup::numbers).containsOnly(Optional.empty());
  }

  @Test
  void aGroupThatCouldBeComputedFromTheWholeIsHiddenTogetherWithTheSmallOne() {
    var survey = survey(Optional.of("site"), Instrument.GAUGE.items().subList(0, 1));
    var all = new ArrayList<>(responses("north", "g1", 5, 4, 1, 2, 3, 4, 4, 5, 2, 1, 3));
    all.addAll(responses("south", "g1", 1, 2, 5));
    var told = WaveCount.of(survey, people(20, 20), 40, all).find("g1").orElseThrow();
    assertThat(told.all()).isPresent();
    assertThat(told.groups()).extracting(OfGroup::numbers).containsOnly(Optional.empty());
    assertThat(told.weighted()).as("one more sum of hidden groups").isEmpty();
  }

  @Test
  void weightsLetEveryGroupCountByItsSize() {
    var survey = survey(Optional.of("site"), Instrument.GAUGE.items().subList(0, 1));
    var all = new ArrayList<>(responses("north", "g1", 5, 4, 4, 4, 4, 4, 4, 4, 1, 1));
    all.addAll(responses("south", "g1", 5, 4, 1, 1, 1, 1, 1, 1, 1, 1));
    var told = WaveCount.of(survey, people(300, 100), 40, all).find("g1").orElseThrow();
    assertThat(amount(told.all().orElseThrow(), "share").value()).isEqualTo(.5);
    // Three quarters of 8 in 10, and one of 2 in 10.
    assertThat(told.weighted().orElseThrow().value()).isCloseTo(.65, within(1e-9));
  }

  /// 60 of 100 answers are from the north, where 40 % of the people are; 70 are of clerks, who are
  /// half of the people.
  private static List<Response> crossed(int northClerks, int southOthers) {
    var all = new ArrayList<Response>();
    add(all, "north", "clerk", northClerks, 30);
    add(all, "north", "other", 15, 3);
    add(all, "south", "clerk", 25, 10);
    add(all, "south", "other", southOthers, 1);
    return all;
  }

  private static void add(List<Response> all, String site, String job, int n, int agree) {
    for (int each = 0; each < n; each++) {
      all.add(new Response(List.of(site, job), Map.of("g1", each < agree ? "5" : "1")));
    }
  }

  private static List<Person> crossedPeople() {
    var people = new ArrayList<Person>();
    for (int each = 0; each < 1000; each++) {
      people.add(
          new Person(
              "p" + each + "@x.org",
              Language.EN,
              List.of(each < 400 ? "north" : "south", each % 2 == 0 ? "clerk" : "other")));
    }
    return people;
  }

  private static final Survey CROSSED =
      survey(
          List.of("site", "job"), List.of("site", "job"), Instrument.GAUGE.items().subList(0, 1));

  /// Computed here anew, by scaling the rows and the columns of the table of answers in turn.
  @Test
  void twoAttributesAreRaked() {
    double[][] table = {{45, 15}, {25, 15}};
    for (int round = 0; round < 200; round++) {
      for (int row = 0; row < 2; row++) {
        double scale = (row == 0 ? 400 : 600) / (table[row][0] + table[row][1]);
        table[row][0] *= scale;
        table[row][1] *= scale;
      }
      for (int column = 0; column < 2; column++) {
        double scale = 500 / (table[0][column] + table[1][column]);
        table[0][column] *= scale;
        table[1][column] *= scale;
      }
    }
    double agreeing =
        table[0][0] * 30 / 45 + table[0][1] * 3 / 15 + table[1][0] * 10 / 25 + table[1][1] / 15;
    double squares =
        table[0][0] * table[0][0] / 45
            + table[0][1] * table[0][1] / 15
            + table[1][0] * table[1][0] / 25
            + table[1][1] * table[1][1] / 15;

    var told = WaveCount.of(CROSSED, crossedPeople(), 400, crossed(45, 15)).find("g1");
    var weighted = told.orElseThrow().weighted().orElseThrow();
    assertThat(weighted.value()).isCloseTo(agreeing / 1000, within(1e-6));
    assertThat(weighted.effective()).isCloseTo(1e6 / squares, within(1e-4));
    assertThat(weighted.by()).containsExactly("site", "job");
    assertThat(weighted.trimmed()).isZero();
    assertThat(told.orElseThrow().whyNotWeighted()).isEmpty();
    assertThat(amount(told.orElseThrow().all().orElseThrow(), "share").value()).isEqualTo(.44);
  }

  @Test
  void aCombinationOfTooFewIsNotToldByWeights() {
    var told = WaveCount.of(CROSSED, crossedPeople(), 400, crossed(45, 4)).find("g1").orElseThrow();
    assertThat(told.weighted()).isEmpty();
    assertThat(told.whyNotWeighted().orElseThrow()).endsWith("too few answers to show");
  }

  @Test
  void aGroupWithoutAnswersHasNoWeight() {
    var all = new ArrayList<Response>();
    add(all, "north", "clerk", 20, 8);
    add(all, "north", "other", 20, 8);
    var told = WaveCount.of(CROSSED, crossedPeople(), 400, all).find("g1").orElseThrow();
    assertThat(told.weighted()).isEmpty();
    assertThat(told.whyNotWeighted()).contains("a group of site has no answers");
  }

  @Test
  void anInstrumentWithAScoreTellsItsScoreAndNoItem() {
    var survey = survey(Optional.empty(), Instrument.SUS.items());
    var best = new HashMap<String, String>();
    for (int item = 1; item <= 10; item++) best.put("sus-" + item, item % 2 == 1 ? "5" : "1");
    var middle = new HashMap<String, String>();
    for (int item = 1; item <= 10; item++) middle.put("sus-" + item, "3");
    var partial = new HashMap<>(middle);
    partial.remove("sus-4");
    var all = new ArrayList<Response>();
    for (int each = 0; each < 5; each++) {
      all.add(new Response(List.of("north"), best));
      all.add(new Response(List.of("north"), middle));
    }
    all.add(new Response(List.of("north"), partial));
    var results = WaveCount.of(survey, people(1_000_000, 0), 11, all);
    assertThat(results.results()).extracting(WaveResults.Result::item).containsExactly("sus");
    var numbers = results.find("sus").orElseThrow().all().orElseThrow();
    assertThat(numbers.n()).isEqualTo(10);
    assertThat(amount(numbers, "score").value()).isEqualTo(75);
    assertThat(results.responseRate()).isEqualTo(1);
  }

  @Test
  void happinessIsANetScoreAndLostTimeAMeanThatOneValueDoesNotMove() {
    var survey = survey(Optional.empty(), Instrument.HAPPINESS.items());
    var all = new ArrayList<Response>();
    for (int each = 0; each < 20; each++) {
      all.add(
          new Response(
              List.of("north"),
              Map.of(
                  "happiness", each < 10 ? "9" : each < 14 ? "7" : "3",
                  "lost-time", each == 0 ? "10080" : "30")));
    }
    var results = WaveCount.of(survey, people(1_000_000, 0), 20, all);
    assertThat(
            amount(results.find("happiness").orElseThrow().all().orElseThrow(), "net-score")
                .value())
        .isCloseTo(20, within(1e-9));
    var lost = results.find("lost-time").orElseThrow().all().orElseThrow();
    assertThat(amount(lost, "median").value()).isEqualTo(30);
    assertThat(amount(lost, "mean").value()).isEqualTo(30);
  }

  @Test
  void commentsComeByTheAlphabetAndOnlyWhereThereAreEnough() {
    var survey =
        survey(Optional.empty(), List.of(own("a", new Item.Form.Rating(Points.SEVEN)), COMMENT));
    var all = new ArrayList<Response>();
    for (int each = 0; each < 9; each++) {
      all.add(new Response(List.of("north"), Map.of("a", "4", "why", "text " + (9 - each))));
    }
    assertThat(WaveCount.of(survey, people(20, 20), 40, all).comments()).isEmpty();
    all.add(new Response(List.of("north"), Map.of("why", "a text")));
    assertThat(WaveCount.of(survey, people(20, 20), 40, all).comments()).hasSize(10).isSorted();
  }

  @Test
  void whatHoldsPeopleUpIsTheFirstStageAtThreeOrBelow() {
    var survey = survey(Optional.empty(), Instrument.READINESS.items());
    var all = new ArrayList<Response>();
    for (int each = 0; each < 10; each++) {
      all.add(
          new Response(
              List.of("north"),
              Map.of(
                  "knows-why", each % 2 == 0 ? "5" : "4",
                  "wants-to", "4",
                  "knows-how", each % 2 == 0 ? "2" : "3",
                  "can", "1",
                  "keeps-to-it", "5")));
    }
    assertThat(WaveCount.of(survey, people(100, 0), 40, all).barrier()).contains("knows-how");
  }

  @Test
  void theSameSeedDrawsTheSamePeople() {
    var people = people(50, 50);
    var quarter = new Survey.Sample.Share(25);
    var drawn = SampleDraw.of(quarter, 100, people, 7);
    assertThat(drawn)
        .hasSize(25)
        .doesNotHaveDuplicates()
        .isEqualTo(SampleDraw.of(quarter, 100, people.reversed(), 7));
    assertThat(SampleDraw.of(quarter, 100, people, 8)).isNotEqualTo(drawn);
    assertThat(SampleDraw.of(new Survey.Sample.Count(400), 100, people, 7)).hasSize(100);
  }

  @Test
  void aFormIsReadStrictly() {
    var survey =
        survey(
            Optional.empty(),
            List.of(
                own("a", new Item.Form.Rating(Points.AGREEMENT)),
                own("m", new Item.Form.Minutes()),
                COMMENT));
    assertThat(AnswerForm.read(survey, Map.of("a", "6", "m", "1e3", "x", "y")).faults())
        .isEqualTo(Map.of("a", AnswerForm.Fault.NOT_OFFERED, "m", AnswerForm.Fault.NOT_MINUTES));
    assertThat(AnswerForm.read(survey, Map.of("why", " ", "x", "1")).faults())
        .containsOnlyKeys(AnswerForm.NOTHING);
    assertThat(AnswerForm.read(survey, Map.of("why", "x".repeat(1_001))).faults())
        .containsOnlyKeys("why");
    var good = AnswerForm.read(survey, Map.of("a", "na", "m", "10080", "why", " good "));
    assertThat(good.faults()).isEmpty();
    assertThat(good.answers()).isEqualTo(Map.of("a", "na", "m", "10080", "why", "good"));
  }
}
