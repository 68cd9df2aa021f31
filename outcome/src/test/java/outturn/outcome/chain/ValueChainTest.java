package outturn.outcome.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.project.Project;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;
import outturn.outcome.chain.Edge.Sign;

class ValueChainTest {
  private static final String TEXT =
      """
      kind: project
      name: housing
      ---
      {kind: measure, name: first-visits, type: proportion, unit: percent, better: higher, cadence: weekly}
      ---
      {kind: measure, name: letters-sent, type: count, better: higher, cadence: weekly}
      ---
      {kind: measure, name: repairs, type: count, better: higher, cadence: weekly}
      ---
      {kind: change, name: go, title: Go-live, date: 2026-04-06, type: go-live, affects: first-visits}
      ---
      kind: service
      name: planning
      title: Planning
      outputs:
        - {name: plan, promise: The plan of the day is there at 7, measure: repairs, atLeast: 5, serves: [{outcome: one-visit, because: nobody can go without it}]}
      ---
      kind: outcome
      name: one-visit
      title: Repaired on the first visit
      owner: housing
      objective: fewer-lost-days
      statement: {who: tenants, what: have a repair finished on the first visit, soThat: they lose fewer working days}
      measures: [{measure: first-visits}]
      levers:
        - {name: course, title: a course, element: people, planned: 2026-04-06, moves: first-visits, effect: {worst: 1, likely: 3, best: 6}, because: trial}
        - {name: script, title: a script, element: process, planned: 2026-04-06, moves: first-visits, effect: {worst: 1, likely: 6, best: 7}, because: trial}
        - {name: parts, title: parts, element: technology, planned: 2026-04-06, moves: first-visits, effect: {worst: 2, likely: 3, best: 9}, because: pilot}
      value: {measure: first-visits, volume: repairs, each: {what: visit avoided, currency: GBP, priceYear: 2026, low: 60, likely: 85, high: 110}, category: cashable}
      """;

  private static final String OTHER =
      """
      ---
      kind: outcome
      name: calm
      title: Calmer planners
      owner: housing
      objective: one-visit
      statement: {who: planners, what: are asked less often, soThat: they plan better}
      measures: [{measure: letters-sent}]
      levers: [{name: mail, title: fewer mails, element: process, planned: 2026-04-06, moves: letters-sent, effect: {worst: 1, likely: 2, best: 3}, because: trial}]
      value: {measure: letters-sent, volume: 40, each: {what: mail, currency: GBP, priceYear: 2026, low: 1, likely: 2, high: 3}, category: cashable}
      """;

  private static final String BOARD =
      """
      ---
      {kind: group, name: board, is: business}
      ---
      {kind: objective, name: fewer-lost-days, title: Fewer lost days, owner: board, period: "2026", target: a tenth fewer}
      ---
      """;

  private static Project read(String text) {
    var files = Map.of("outturn.yaml", text.getBytes(StandardCharsets.UTF_8));
    var reading = ProjectReader.read(new ProjectFiles(files));
    return reading.project().orElseThrow(() -> new AssertionError(reading.problems().toString()));
  }

  private static ValueChain chain(String text) {
    var project = read(text);
    return ValueChain.of(
        new Sources(
            project.outcomes().all(),
            project.services().all(),
            project.changes().all(),
            project.measures().all(),
            project.objectives().all()));
  }

  private static List<String> ids(ValueChain chain) {
    return chain.findings().stream().map(Finding::id).toList();
  }

  @Test
  void aChainRunsFromLeversAndOutputsOverOutcomesAndBenefitsToObjectives() {
    var chain = chain(TEXT);

    assertThat(chain.edges())
        .extracting(edge -> edge.from() + " -> " + edge.to())
        .containsExactlyInAnyOrder(
            "lever:one-visit/course -> outcome:one-visit",
            "lever:one-visit/script -> outcome:one-visit",
            "lever:one-visit/parts -> outcome:one-visit",
            "output:planning/plan -> outcome:one-visit",
            "outcome:one-visit -> benefit:one-visit",
            "benefit:one-visit -> objective:fewer-lost-days");
    assertThat(chain.findings()).isEmpty();
    assertThat(chain.sentence())
        .isEqualTo(
            "3 levers and 1 output lead to 1 outcome, 1 benefit and 1 objective. Nothing of it is to be mended.");
  }

  @Test
  void anEdgeHasTheStrengthSignAndGroundThatWereSaid() {
    var chain = chain(TEXT);
    var course = chain.from("lever:one-visit/course").getFirst();
    var worth = chain.from("outcome:one-visit").getFirst();

    assertThat(course.because()).isEqualTo("trial");
    assertThat(course.sign()).isEqualTo(Sign.HELPS);
    var strength = course.strength().orElseThrow();
    assertThat(strength.low()).isEqualTo(1);
    assertThat(strength.likely()).isEqualTo(3);
    assertThat(strength.high()).isEqualTo(6);
    assertThat(strength.unit()).isEqualTo("percent");
    assertThat(strength.share()).contains(.25);
    assertThat(course.sentence()).isEqualTo("3 percent (1 to 6), because trial");
    assertThat(worth.sentence())
        .isEqualTo(
            "85 GBP of 2026 each (60 to 110), if “one visit avoided is worth 60 to 110 GBP of 2026”");
    assertThat(worth.assumptions())
        .containsExactly("one visit avoided is worth 60 to 110 GBP of 2026");
    assertThat(chain.from("benefit:one-visit").getFirst().because())
        .isEqualTo("they lose fewer working days");
  }

  @Test
  void nodesWithoutMeasureAreMarked() {
    var chain = chain(TEXT);

    assertThat(chain.nodes().stream().filter(node -> !node.isMeasured()).map(Node::name))
        .containsExactlyInAnyOrder("course", "script", "parts");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          element: technology | element: people | ELE-1 | No lever of technology leads to “Repaired on the first visit”, and nothing comes of the others without one.
          moves: first-visits, effect: {worst: 2 | moves: letters-sent, effect: {worst: 2 | ACT-1 | The lever parts moves letters-sent, which no outcome asks for.
          serves: [{outcome: one-visit, because: nobody can go without it}] | target: 90% | ACT-2 | The output “The plan of the day is there at 7” of “Planning” serves no outcome.
          affects: first-visits | affects: letters-sent | ACT-3 | The change “Go-live” (go-live, 2026-04-06) starts no lever and affects no measure that an outcome asks for.
          measure: repairs, atLeast: 5, serves | serves | UNM-1 | Nothing tells whether the promise “The plan of the day is there at 7” is kept.
          measures: [{measure: first-visits}] | measures: [] | UNM-1 | No measure tells whether “Repaired on the first visit” comes true.
          low: 60, likely: 85, high: 110 | low: 85, likely: 85, high: 85 | EDG-1 | Nothing says why “Repaired on the first visit” leads to visit avoided.
          effect: {worst: 1, likely: 3, best: 6} | effect: {worst: -4, likely: -3, best: -1} | HAR-1 | A course is expected to make worse what “Repaired on the first visit” asks for.
          """)
  void whatIsNotInOrderIsToldWithWhatToDo(String old, String now, String id, String text) {
    assertThat(TEXT).contains(old);
    var finding =
        chain(TEXT.replace(old, now)).findings().stream()
            .filter(each -> each.text().equals(text))
            .findFirst()
            .orElseThrow(() -> new AssertionError(chain(TEXT.replace(old, now)).findings()));

    assertThat(finding.id()).isEqualTo(id);
    assertThat(finding.todo()).endsWith(".");
  }

  @Test
  void aWorthThatNoLeverWorksForRestsOnOutputsAlone() {
    var levers = TEXT.substring(TEXT.indexOf("levers:"), TEXT.indexOf("value:"));

    assertThat(ids(chain(TEXT.replace(levers, "")))).contains("ONL-1", "ELE-1");
  }

  @Test
  void anIntermediateOutcomeBringsItsLeversToTheEnd() {
    var chain = chain(TEXT.replace("element: process", "element: people") + OTHER);

    assertThat(chain.from("outcome:calm"))
        .extracting(Edge::to)
        .containsExactly("benefit:calm", "outcome:one-visit");
    assertThat(ids(chain)).doesNotContain("ELE-1");
  }

  @Test
  void aCircleOfOutcomesIsFound() {
    var chain = chain(TEXT.replace("objective: fewer-lost-days", "objective: calm") + OTHER);

    assertThat(chain.findings().getFirst().id()).isEqualTo("CYC-1");
    assertThat(chain.findings().getFirst().text())
        .startsWith("The chain runs in a circle: “")
        .contains("Calmer planners", "Repaired on the first visit");
  }

  @Test
  void moneyThatIsCountedTwiceIsFound() {
    var measure = OTHER.replace("value: {measure: letters-sent", "value: {measure: first-visits");
    var volume = OTHER.replace("volume: 40", "volume: repairs");

    assertThat(chain(TEXT + measure).findings())
        .extracting(Finding::text)
        .contains(
            "“Calmer planners” and “Repaired on the first visit” both value a change of first-visits, so its worth is counted twice.");
    assertThat(ids(chain(TEXT + volume))).contains("DBL-2").doesNotContain("DBL-1");
    assertThat(ids(chain(TEXT + OTHER))).doesNotContain("DBL-1", "DBL-2");
  }

  @Test
  void sharesSplitTheMoneyOfTheSameChange() {
    var other =
        OTHER
            .replace("objective: one-visit", "objective: calm-work")
            .replace("value: {measure: letters-sent", "value: {measure: first-visits");
    var first = TEXT.replace("category: cashable}", "category: cashable, share: 60%}");
    var shared = other.replace("category: cashable}", "category: cashable, share: 40%}");

    assertThat(ids(chain(first + shared))).doesNotContain("DBL-1", "DBL-2");
    assertThat(ids(chain(first + other))).contains("DBL-1");
    assertThat(chain(first + shared.replace("share: 40%", "share: 40.5%")).findings())
        .extracting(Finding::text, Finding::todo)
        .contains(
            tuple(
                "“Calmer planners” and “Repaired on the first visit” claim 40.5 % and 60 % of a change of first-visits, together 100.5 %, so that some of its worth is counted more than once.",
                "Take shares under share: that are 100 % together at most."));
  }

  @Test
  void sharesSplitTheSameUnitsToo() {
    var other =
        OTHER
            .replace("volume: 40", "volume: repairs")
            .replace("category: cashable}", "category: cashable, share: 50%}");

    assertThat(ids(chain(TEXT + other))).contains("DBL-2");
    assertThat(
            ids(
                chain(
                    TEXT.replace("category: cashable}", "category: cashable, share: 50%}")
                        + other)))
        .doesNotContain("DBL-2");
  }

  @Test
  void anObjectiveThatIsDefinedHasItsTitle() {
    var chain = chain(TEXT + BOARD + "{kind: objective, name: calm-work, owner: board}");

    var node = chain.node("objective:fewer-lost-days").orElseThrow();
    assertThat(node.title()).isEqualTo("Fewer lost days");
    assertThat(node.note()).isEqualTo("board, 2026: a tenth fewer");
    assertThat(chain.node("objective:calm-work")).isPresent();
    assertThat(chain.findings())
        .extracting(Finding::id, Finding::text)
        .containsExactly(tuple("OBJ-3", "No outcome serves the objective calm-work."));
    assertThat(chain.sentence()).contains("1 benefit and 2 objectives");
  }

  @Test
  void anObjectiveThatOnlyAnotherProjectLacksIsFound() {
    var defined = read(TEXT + BOARD);
    var loose = read(TEXT.replace("fewer-lost-days", "fewer-lost-day"));
    var chain =
        ValueChain.of(
            new Sources(
                loose.outcomes().all(),
                List.of(),
                List.of(),
                loose.measures().all(),
                defined.objectives().all()));

    assertThat(chain.findings())
        .extracting(Finding::text, Finding::todo)
        .contains(
            tuple(
                "“Repaired on the first visit” serves fewer-lost-day, which is no objective in force.",
                "Name one under objective:, or define fewer-lost-day. Perhaps fewer-lost-days is meant."));
  }

  @Test
  void aPartOfTheChainIsWhatLeadsToAnOutcomeAndWhatItLeadsTo() {
    var whole = chain(TEXT + OTHER.replace("objective: one-visit", "objective: calm-work"));
    var part = whole.around("calm");

    assertThat(part.nodes())
        .extracting(Node::id)
        .containsExactlyInAnyOrder(
            "lever:calm/mail", "outcome:calm", "benefit:calm", "objective:calm-work");
    assertThat(part.findings()).extracting(Finding::id).containsExactly("ELE-1");
    assertThat(part.sentence()).endsWith("Of its checks 1 failed, and 0 warn.");
  }

  @Test
  void nothingInForceIsSaid() {
    assertThat(chain("{kind: project, name: empty}").sentence())
        .isEqualTo("There is no outcome yet, and no service.");
  }
}
