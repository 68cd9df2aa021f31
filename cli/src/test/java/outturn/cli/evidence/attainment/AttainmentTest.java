package outturn.cli.evidence.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.cli.Shell;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AttainmentTest {
  /// The plan of evidence/src/test/oracle/attainment.py, whose values are expected below.
  private static final String PLAN =
      """
      periods: 24
      baseline: {level: 70, levelError: 0.5, deviation: 2, autocorrelation: 0.4}
      target: {value: 77, better: higher, due: 23, sustain: {periods: 4, of: 6}}
      levers:
        - name: training
          element: people
          effect: [1, 3, 5]
          start: 2
          slip: {median: 1, oneInTen: 3}
          delay: 1
          ramp: 4
          readiness: 0.9
        - name: desk
          element: people
          effect: [0, 1, 2]
          start: 6
          adoption: {curve: linear, half: 3, ceiling: 0.8}
          readiness: 0.6
        - name: mail
          element: technology
          effect: [2, 6, 9]
          start: 3
          slip: {median: 0.5, oneInTen: 2}
          ramp: 2
          halfLife: 20
          adoption: {curve: logistic, half: 4, slope: 0.8, ceiling: 0.9}
        - name: reminder
          element: process
          effect: [1, 2, 4]
          start: 4
          adoption: {curve: bass, innovation: 0.05, imitation: 0.5}
          readiness: 0.8
      risks:
        - {name: strike, probability: 0.3, impact: [-6, -3, -1], from: 10}
      assumptions:
        - {name: postage, holds: 0.9, ifFalse: [-4, -2, 0]}
      """;

  private static final String OBSERVED = "m\n70.5\n69\n\n72\n73\n71.5\n74\n75\n";

  @TempDir Path folder;

  private Shell shell;

  @BeforeEach
  void shell() {
    shell = new Shell().in(folder);
  }

  @Test
  void aPlanFromAFileHasTheChancesOfTheOracle() throws IOException {
    var sustained = json(PLAN);
    var by = json(PLAN.replace("sustain: {periods: 4, of: 6}", "reached: by"));
    var product = json(PLAN + "elements: product\n");

    assertThat(chance(sustained, "attained")).isCloseTo(.3266, within(.015));
    assertThat(chance(by, "attained")).isCloseTo(.8904, within(.01));
    assertThat(chance(by, "withoutPeople")).isCloseTo(.0059, within(.003));
    assertThat(chance(product, "attained")).isCloseTo(.4394, within(.015));
    assertThat(sustained.get("points")).hasSize(24);
    assertThat(sustained.get("points").get(16).get("p50").asDouble()).isCloseTo(76.663, within(.2));
    assertThat(sustained.get("drivers").get(0).get("name").asString()).isEqualTo("strike");
    assertThat(sustained.get("update").isNull()).isTrue();
  }

  @Test
  void whatWasObservedCountsToo() throws IOException {
    Files.writeString(folder.resolve("so-far.csv"), OBSERVED);

    var found = json(PLAN, "--observed", "so-far.csv", "--value", "m", "--svg", "plan.svg");

    assertThat(chance(found, "attained")).isCloseTo(.4012, within(.018));
    assertThat(folder.resolve("plan.svg")).content().contains("<svg", "outturn-band", "target");
    var update = found.get("update");
    assertThat(chance(update, "before")).isCloseTo(.3266, within(.015));
    assertThat(update.get("effective").asDouble()).isCloseTo(7097, within(200.0));
  }

  @Test
  void theReportSaysTheChanceWithAndWithoutPeople() throws IOException {
    Files.writeString(folder.resolve("p.yaml"), PLAN);

    var told = shell.run("evidence", "attainment", "p.yaml", "--draws", "2000");

    assertThat(told.err()).isEmpty();
    assertThat(told.out())
        .startsWith("Will the plan reach 77 in 4 of the 6 periods up to 23?\nThe chance is 3")
        .contains("without the levers of People it is 0", "due", "strike (+0.5", "seed 1");
  }

  @Test
  void aBaselineMayBeWorkedOutFromValues() throws IOException {
    var given = "baseline: {level: 70, levelError: 0.5, deviation: 2, autocorrelation: 0.4}";
    var values = "baseline: {values: [70, 72, 68, 70, 71, 69, 70, 73, 67, 70]}";

    assertThat(chance(json(PLAN.replace(given, values)), "attained")).isBetween(.2, .5);
    assertThat(refused(PLAN.replace(given, "baseline: {values: [70, 70, 70]}")))
        .startsWith("outturn: p.yaml:2: All 3 values of the baseline are 70.0")
        .contains("(constant)");
    assertThat(refused(PLAN.replace("level: 70,", "level: 70, values: [1, 2, 3],")))
        .contains("p.yaml:2:", "not both");
    assertThat(refused(PLAN.replace("deviation: 2,", ""))).contains("'level' and 'deviation'");
  }

  @Test
  void whatIsWrongIsToldWithItsPlace() throws IOException {
    assertThat(refused(PLAN.replace("halfLife", "halflife")))
        .startsWith("outturn: p.yaml:25: a lever has no key 'halflife' (unknown-key)");
    assertThat(refused(PLAN.replace("half: 4, ", ""))).contains("p.yaml:26:", "the key 'half'");
    assertThat(refused(PLAN.replace("[1, 3, 5]", "[5, 3, 1]"))).contains("p.yaml:7:");
    assertThat(refused(PLAN.replace("readiness: 0.9", "readiness: 90")))
        .startsWith("outturn: The readiness of lever training lies in 0..1")
        .contains("(out-of-range)");
    assertThat(refused(PLAN.replace("due: 23", "due: 24"))).contains("periods 0 to 23");
    assertThat(refused(PLAN.replace("sustain:", "reached: by, sustain:"))).contains("sustain");
    assertThat(refused("")).contains("expected one plan, found 0 (empty)");
    assertThat(refused(PLAN, "--observed", "absent.csv", "--value", "m"))
        .startsWith("outturn: absent.csv: there is no such file (unreadable)");
    assertThat(shell.run("evidence", "attainment", "p.yaml", "--value", "m").code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whateverPlanComesIsAnsweredOrRefused(long seed) throws IOException {
    var values = List.of("0", "-1", "1e300", "x", "[1, 2, 3]", "[]", "", "{a: 1}", ".nan", "24");
    Files.writeString(folder.resolve("so-far.csv"), OBSERVED);
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (var round = 0; round < 60; round++) {
      var lines = new ArrayList<>(PLAN.lines().toList());
      var at = random.nextInt(lines.size());
      var value = values.get(random.nextInt(values.size()));
      var line = lines.get(at);
      lines.set(at, line.replaceFirst(random.nextBoolean() ? ": [^:]*$" : "[0-9.]+", ": " + value));
      Files.write(folder.resolve("p.yaml"), lines);
      var words = new ArrayList<>(List.of("evidence", "attainment", "p.yaml", "--draws", "100"));
      if (random.nextBoolean()) words.addAll(List.of("--observed", "so-far.csv", "--value", "m"));
      if (random.nextBoolean()) words.add("--json");

      var result = shell.run(words.toArray(String[]::new));

      assertThat(result.code()).as(lines + " " + result).isBetween(0, 1);
      assertThat(result.out() + result.err())
          .as(lines.toString())
          .doesNotContain("Exception", "NaN", "Infinity");
    }
  }

  private static double chance(JsonNode found, String key) {
    return found.get(key).get("estimate").asDouble();
  }

  private String refused(String text, String... more) throws IOException {
    var result = run(text, more);
    assertThat(result.code()).as(result.toString()).isEqualTo(1);
    return result.err();
  }

  private JsonNode json(String text, String... more) throws IOException {
    var words = new ArrayList<>(List.of(more));
    words.add("--json");
    var result = run(text, words.toArray(String[]::new));
    assertThat(result.code()).as(result.err()).isZero();
    return new JsonMapper().readTree(result.out());
  }

  private Shell.Result run(String text, String... more) throws IOException {
    Files.writeString(folder.resolve("p.yaml"), text);
    var words = new ArrayList<>(List.of("evidence", "attainment", "p.yaml"));
    words.addAll(List.of(more));
    return shell.run(words.toArray(String[]::new));
  }
}
