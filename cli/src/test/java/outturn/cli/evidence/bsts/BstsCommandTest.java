package outturn.cli.evidence.bsts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.cli.Shell;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BstsCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    var name = "/outturn/cli/evidence/reference/vignette_seed1.csv";
    try (InputStream in = getClass().getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(in), folder.resolve("v.csv"));
    }
    Files.writeString(folder.resolve("short.csv"), "v\n1\n2\n1\n2\n1\n9\n9\n");
  }

  @Test
  void theVignetteOfCausalImpactGivesItsEffect() {
    var json =
        json("v.csv --value y --controls x1 --pre 1:70 --post 71:100 --level-sd 0.01 --json");

    // R prints 11 [9.8, 11], 9.9 %; more digits in reference-values.csv.
    var average = json.get("average");
    assertThat(average.get("estimate").asDouble()).isCloseTo(10.52, within(.1));
    assertThat(average.get("interval").get(0).asDouble()).isCloseTo(9.805, within(.2));
    assertThat(average.get("interval").get(1).asDouble()).isCloseTo(11.23, within(.2));
    assertThat(json.get("cumulative").get("estimate").asDouble())
        .isCloseTo(30 * average.get("estimate").asDouble(), within(1e-6));
    assertThat(json.get("relative").get("estimate").asDouble()).isCloseTo(.099, within(.002));
    assertThat(json.get("tail").asDouble()).isLessThan(.01);
    assertThat(json.get("controls").get(0).get("name").asString()).isEqualTo("x1");
    assertThat(json.get("placebo").isNull()).isTrue();
    assertThat(json.get("points").size()).isEqualTo(100);
    assertThat(json.get("points").get(69).get("counterfactual").isNull()).isTrue();
    assertThat(json.get("points").get(70).get("period").asString()).isEqualTo("71");
  }

  @Test
  void theChartHasTheUsedPeriodsAndTheDifference() throws IOException {
    var words = "v.csv --value y --controls x1 --pre 11:70 --post 75:100 --draws 200";
    var result = run(words + " --svg v.svg");

    assertThat(result.err()).isEqualTo("wrote the chart to v.svg\n");
    assertThat(Files.readString(folder.resolve("v.svg")))
        .contains(">y<", "difference in each period", "90 years from 11 to 100", "change, 71")
        .contains("From 71 on the 26 values are on average");
  }

  @Test
  void aSeasonIsTold() {
    var words = "v.csv --value y --pre 1:70 --post 71:100 --season 4 --draws 200";

    assertThat(json(words + " --json").get("season").asInt()).isEqualTo(4);
    assertThat(run(words).out()).contains("time series with a season of 4.");
    assertThat(run(words.replace("--season 4", "--season 40")).err()).contains("(too-few)");
  }

  @Test
  void withoutControlsFakeDatesAreTried() {
    var words = "v.csv --value y --date t --pre 11:70 --post 75:100 --draws 200 --seed 5";

    var json = json(words + " --json");

    assertThat(json.get("seed").asInt()).isEqualTo(5);
    assertThat(json.get("n").asInt()).isEqualTo(86);
    assertThat(json.get("placebo").get("dates").get(0).asString()).isEqualTo("23");
    assertThat(json.get("warnings").get(0).get("name").asString()).isEqualTo("without-controls");
    assertThat(json.get("points").get(0).get("period").asString()).isEqualTo("11");
    assertThat(json.get("points").get(63).get("counterfactual").isNull()).isTrue();
    assertThat(run(words).out())
        .contains("What changed in y", "86 values from 11 to 100", "EFFECT", "average", "relative")
        .contains("fake dates before the change", "not testable");
  }

  @ParameterizedTest
  @CsvSource({
    "v.csv --value y --pre 1:70 --post 60:100, 2, --post begins after --pre ends",
    "v.csv --value y --pre 70:1 --post 71:100, 2, --post begins after --pre ends",
    "v.csv --value y --pre 1-70 --post 71:100, 2, expected FIRST:LAST",
    "v.csv --value y --pre 1:70 --post 71:200, 1, outside-the-data",
    "v.csv --value y --pre 1:70 --post 71:100 --controls x9, 1, missing-column",
    "v.csv --value y --pre 1:70 --post 71:100 --draws 5, 1, out-of-range",
    "v.csv --value y --pre 1:70 --post 71:100 --level-sd 5, 1, out-of-range",
    "v.csv --value y --pre 1:70 --post 71:100 --level-sd NaN, 2, not endless",
    "short.csv --value v --pre 1:2 --post 6:7, 1, too-few",
  })
  void whatCannotBeUsedIsRefusedWithItsReason(String words, int code, String reason) {
    var result = run(words);

    assertThat(result.code()).isEqualTo(code);
    assertThat(result.err()).contains(reason);
  }

  private JsonNode json(String words) {
    return new JsonMapper().readTree(run(words).out());
  }

  private Shell.Result run(String words) {
    return new Shell().in(folder).run(("evidence bsts " + words).split(" "));
  }
}
