package outturn.runtime.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.outcome.step.Check;
import outturn.outcome.step.Steps;
import outturn.outcome.step.Verdict;
import outturn.runtime.AppliedProject;
import outturn.runtime.outcome.Gates.Answer;

class GatesTest {
  private static final String PROJECT =
      """
      {kind: project, name: library}
      ---
      {kind: group, name: readers, is: beneficiary, members: [rose]}
      ---
      {kind: group, name: desk, is: business, members: [ada, ann]}
      ---
      {kind: group, name: systems, is: it, members: [ann, bob]}
      ---
      kind: measure
      name: waits
      type: duration
      unit: days
      better: lower
      cadence: monthly
      owner: desk
      ---
      kind: outcome
      name: shorter-waits
      owner: desk
      objective: used
      statement: {who: readers, what: wait for a book fewer days, soThat: they come again}
      measures: [{measure: waits, target: {value: 5, by: 2027-12-31}}]
      """;

  private AppliedProject server;

  @BeforeEach
  void apply() {
    server = new AppliedProject(Instant.parse("2026-11-01T00:00:00Z"));
    server.apply(0, Map.of("outturn.yaml", PROJECT));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void anOutcomeIsDescribedOnceTheBusinessAgreesAndUntilItsTextIsAnother() {
    assertThat(steps().sentence())
        .startsWith("Step describe is open: Nobody of the business has agreed to it.");

    assertThat(agree("ada")).isInstanceOf(Answer.Done.class);
    assertThat(steps().sentence()).startsWith("Described. Step confirm is open:");

    server.apply(1, Map.of("outturn.yaml", PROJECT.replace("value: 5", "value: 6")));
    assertThat(agreement().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(agreement().text()).startsWith("ada agreed to it on 1 Nov 2026 (agreement 1), and");

    assertThat(agree("rose")).isInstanceOf(Answer.Done.class);
    assertThat(agreement().text()).isEqualTo("rose agreed to it on 1 Nov 2026 (agreement 2).");
  }

  @Test
  void whoIsNotOfTheBusinessOrWroteItForItIsRefused() {
    assertThat(agree("bob")).isInstanceOf(Answer.Refused.class);
    assertThat(agree("ann")) // applied the project
        .isInstanceOfSatisfying(
            Answer.Refused.class, refused -> assertThat(refused.why()).contains("is of IT"));
    assertThat(steps().about().agreements()).isEmpty();
    assertThat(server.gates.agree("no-such", "ada", "", Optional.empty()))
        .isEqualTo(new Answer.NoSuchOutcome());
  }

  @Test
  void whatWasReadMustBeWhatItSays() {
    var hash = steps().about().terms().hash();

    assertThat(server.gates.agree("shorter-waits", "ada", "", Optional.of("other")))
        .isEqualTo(new Answer.Moved(hash));
    assertThat(server.gates.agree("shorter-waits", "ada", "", Optional.of(hash)))
        .isInstanceOf(Answer.Done.class);
  }

  @Test
  void theWordsOfTheProjectCountAndABrokenListIsNone() {
    var text = PROJECT.replace("fewer days", "fewer days for the OPAC");
    server.apply(1, Map.of("outturn.yaml", text));
    assertThat(check("IT-1").verdict()).isEqualTo(Verdict.WARN);

    server.apply(2, Map.of("outturn.yaml", text, "words.properties", "glossary=OPAC"));
    assertThat(check("IT-1").verdict()).isEqualTo(Verdict.PASS);

    server.apply(3, Map.of("outturn.yaml", text, "words.properties", "glossary=\\u12"));
    assertThat(check("IT-1").verdict()).isEqualTo(Verdict.WARN);
    assertThat(check("BEN-1").verdict()).isEqualTo(Verdict.PASS);
  }

  private Answer agree(String user) {
    return server.gates.agree("shorter-waits", user, "", Optional.empty());
  }

  private Steps steps() {
    return server.gates.find("shorter-waits").orElseThrow().value();
  }

  private Check agreement() {
    return check("AGR-1");
  }

  private Check check(String id) {
    return steps().gates().stream()
        .flatMap(gate -> gate.checks().stream())
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
