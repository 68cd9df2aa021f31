package outturn.outcome.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatementCheckTest {
  private final StatementCheck check = new StatementCheck(Organisation.UNKNOWN);

  @ParameterizedTest
  @MethodSource("examples")
  void theExampleOfARuleBreaksItAndItsRemedyIsAnOutcome(String rule, String bad, String good) {
    assertThat(rules(check, bad)).contains(rule);
    assertThat(check.of(good).kind())
        .as("%s %s", good, check.of(good))
        .isEqualTo(Advice.Kind.OUTCOME);
  }

  static Stream<Arguments> examples() {
    return StatementCheck.rules().stream()
        .filter(rule -> rule.example().contains(" -> ") && !rule.id().equals("VAG-2"))
        .map(rule -> {
          var sides = rule.example().split(" -> ", -1);
          return Arguments.of(rule.id(), sides[0], sides[1]);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "OUT-1, Paint the hall by May",
    "OUT-1, Grolsh the old archive by May",
    "OUT-1, Modernise booking by 2027",
    "OUT-2, The intake form is now live for all patients",
    "OUT-2, All clerks have been trained by June",
    "IT-2, The server answers in 2 seconds by June",
    "IT-2, Cut the downtime of the network from 9 to 2 hours a month",
    "BEN-1, Delays fall from 20 to 10 a week by June",
    "CHG-1, Customers are in the middle of our plans for 2027",
    "CHG-1, Clerks make fewer mistakes",
    "NUM-1, Clerks make fewer mistakes by May",
    "TIM-1, Clerks make 20% fewer mistakes",
    "VAG-2, Raise sales by 5% and cut returns by 3% in 2027",
    "TGT-1, The share of happy customers rises from 80% to 80% by May",
    "TGT-1, The share of happy customers rises from 80% to 120% by May",
    "TGT-1, Complaints of customers fall from 80 to 90 a week by May",
    "VAL-1, Clerks make 20% fewer mistakes by May",
  })
  void aRuleFindsWhatItIsFor(String rule, String statement) {
    assertThat(rules(check, statement)).contains(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "OUT-1, Support staff spend 20 minutes less a day on forms by May",
    "OUT-1, Cut the waiting time of patients from 21 to 10 days by May",
    "OUT-2, Test results are available to patients in 2 days instead of 9 by May",
    "IT-2, Users of the system lose 5 minutes less a day by May",
    "BEN-1, Plumbers drive 20 miles less a day by May",
    "CHG-1, Nobody waits at the door after May",
    "TGT-1, Complaints of customers fall from 80 to fewer than 20 a week by May",
    "VAG-2, Buyers order more and pay on time by May",
  })
  void aRuleLeavesWhatItIsNotForAlone(String rule, String statement) {
    assertThat(rules(check, statement)).doesNotContain(rule);
  }

  @Test
  void theSlotsAreReadOffTheSentence() {
    var advice =
        check.of(
            "Patients wait 10 days for results by April, down from 21, so that fewer give up.");

    assertThat(advice.slots())
        .isEqualTo(
            new Slots(
                "Patients",
                "wait 10 days for results by April",
                "21",
                "",
                "by April",
                "fewer give up"));
    assertThat(check.of("Complaints of tenants fall from 80 to 20 a week by May").slots())
        .isEqualTo(new Slots("Complaints of tenants", "fall", "80", "20", "by May", ""));
  }

  @Test
  void slotsThatAreFilledInAreJudgedAsTheSentenceThatTheyMake() {
    var slots =
        new Slots("Tenants", "wait for a repair", "9", "4 days", "June", "they lose less pay");

    var advice = check.of(slots);

    assertThat(advice.statement())
        .isEqualTo(
            "Tenants wait for a repair from 9 to 4 days by June, so that they lose less pay.");
    assertThat(advice.slots()).isEqualTo(slots);
    assertThat(advice.findings()).isEmpty();
    assertThat(check.of(new Slots("", "the portal is live", "", "", "", "")).kind())
        .isEqualTo(Advice.Kind.OUTPUT);
  }

  @Test
  void whereThereIsARegisterOnlyItsGroupsBenefit() {
    var knows = new StatementCheck(organisation(List.of("ward-sisters", "Night porters")));
    var change = " spend 20 minutes less a day on forms by May";

    assertThat(rules(knows, "Clerks" + change)).contains("BEN-1");
    assertThat(rules(knows, "The ward sister and others" + change)).doesNotContain("BEN-1");
    assertThat(rules(knows, "Night porters" + change)).doesNotContain("BEN-1");
    assertThat(rules(knows, "Porters" + change)).contains("BEN-1");
  }

  @Test
  void wordsOfTheOrganisationCount() {
    var statement = "The zorb wakes 20% fewer grumls by May (XQZ)";
    var knows =
        new StatementCheck(
            new Organisation(List.of(), List.of("gruml"), List.of("zorb"), List.of("XQZ")));

    assertThat(rules(check, statement)).contains("BEN-1", "IT-1").doesNotContain("IT-2");
    assertThat(rules(knows, "The zorb needs 20% fewer grumls by May (XQZ)"))
        .contains("IT-1", "IT-2")
        .doesNotContain("BEN-1");
    assertThat(knows.of(statement).findings())
        .filteredOn(finding -> finding.rule().equals("IT-1"))
        .extracting(Finding::text)
        .containsExactly("uses terms that the business may not know: zorb");
  }

  @Test
  void aTermIsAnErrorOnlyWhereNobodyBenefits() {
    assertThat(severity("Keep the XQZ under 4 hours by May")).isEqualTo(Severity.ERROR);
    assertThat(severity("Clerks wait for the XQZ under 4 hours by May")).isEqualTo(Severity.WARN);
  }

  @ParameterizedTest
  @CsvSource({"'.'", "'???'", "'a'", "'By May,'", "'12'", "'{0} {1}'", "'from to from to'"})
  void anyTextIsAnswered(String statement) {
    assertThat(check.of(statement).kind()).isEqualTo(Advice.Kind.OUTPUT);
  }

  private Severity severity(String statement) {
    return check.of(statement).findings().stream()
        .filter(finding -> finding.rule().equals("IT-1"))
        .findFirst()
        .orElseThrow()
        .severity();
  }

  private static Organisation organisation(List<String> groups) {
    return new Organisation(groups, List.of(), List.of(), List.of());
  }

  private static List<String> rules(StatementCheck check, String statement) {
    return check.of(statement).findings().stream().map(Finding::rule).toList();
  }
}
