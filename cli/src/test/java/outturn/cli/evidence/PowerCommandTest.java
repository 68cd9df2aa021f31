package outturn.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.Shell;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PowerCommandTest {
  private final Shell shell = new Shell();

  @Test
  void theDetectableStepIsSeenWithThePowerThatWasAskedFor() {
    var smallest =
        json("--before", "24", "--after", "12", "--sd", "14", "--replications", "400")
            .get("detectable");

    var step = smallest.get("estimate").asDouble();
    var seen =
        json(
                "--before",
                "24",
                "--after",
                "12",
                "--sd",
                "14",
                "--effect",
                String.valueOf(step),
                "--replications",
                "400",
                "--seed",
                "7")
            .get("power");
    var error = Math.hypot(seen.get("monteCarloError").asDouble(), Math.sqrt(.16 / 400));
    assertThat(seen.get("estimate").asDouble()).isCloseTo(.8, within(3 * error));
    assertThat(seen.get("monteCarloError").asDouble()).isBetween(.015, .025);
    assertThat(smallest.get("atBest").asDouble()).isLessThan(step);
    assertThat(smallest.get("standardDeviations").asDouble()).isCloseTo(step / 14, within(1e-9));
  }

  /// With known noise and no correlation: (z.975 + z.8) times the standard error of the step,
  /// computed from the design of 24 and 12 periods with numpy 1.24.2.
  @Test
  void atBestIsTheNormalApproximation() {
    var found = json("--before", "24", "--after", "12", "--replications", "100").get("detectable");

    assertThat(found.get("atBest").asDouble()).isCloseTo(1.716939898, within(1e-6));
  }

  @Test
  void theAnswerIsTheSameForTheSameSeed() {
    var once = power("--before", "20", "--after", "6", "--effect", "2", "--replications", "200");
    var again = power("--before", "20", "--after", "6", "--effect", "2", "--replications", "200");

    assertThat(once.out())
        .isEqualTo(again.out())
        .startsWith("Chance of seeing a step of 2\nIt is declared with a chance of ")
        .contains(
            "200 simulated series: 20 periods before and 6 after, false alarms 5 %",
            "Random numbers from seed 1");
  }

  @Test
  void theChanceIsDrawnByTheSizeOfTheStep(@TempDir Path folder) throws IOException {
    shell.in(folder);
    var smallest =
        power("--before", "24", "--after", "12", "--replications", "100", "--svg", "a.svg");
    var chance =
        power("--before=24", "--after=12", "--replications=100", "--effect=-3", "--svg=b.svg");

    assertThat(smallest.err()).isEqualTo("wrote the chart to a.svg\n");
    assertThat(chance.code()).isZero();
    assertThat(Files.readString(folder.resolve("a.svg")))
        .contains("is seen with a chance of 80 %.", "A step of 0 is seen", "outturn-marked");
    assertThat(Files.readString(folder.resolve("b.svg")))
        .contains("Chance of seeing a step of -3", "A step of 3 is seen", "A step of 6 is seen");
  }

  @Test
  void whatCannotBePlannedIsRefused() {
    var few = power("--before", "5", "--after", "6", "--json");
    var season = power("--before", "24", "--after", "12", "--harmonics", "1");

    assertThat(few.code()).isEqualTo(1);
    assertThat(few.out()).contains("\"reason\" : \"too-few\"", "\"file\" : null");
    assertThat(few.err()).startsWith("outturn: Expected at least 12 values before");
    assertThat(season.code()).isEqualTo(2);
    assertThat(power("--before", "24", "--after", "12", "--sd", "NaN").err())
        .contains("expected a number such as 0.8");
  }

  private Shell.Result power(String... words) {
    var all = new ArrayList<>(List.of("evidence", "power"));
    all.addAll(List.of(words));
    return shell.run(all.toArray(String[]::new));
  }

  private JsonNode json(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.add("--json");
    var result = power(all.toArray(String[]::new));
    assertThat(result.err()).isEmpty();
    return new JsonMapper().readTree(result.out());
  }
}
