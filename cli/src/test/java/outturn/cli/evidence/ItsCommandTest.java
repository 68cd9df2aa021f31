package outturn.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.Shell;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Expected values: `its.seatbelts_regression` and `its.seatbelts_log_drivers` of the reference
/// values, computed with R 4.2.2 and statsmodels.
class ItsCommandTest {
  @TempDir Path folder;

  private Shell shell;

  /// The seat belts with the logarithm of the petrol price, which R's regression has.
  @BeforeEach
  void files() throws IOException {
    shell = new Shell().in(folder);
    try (InputStream in = getClass().getResourceAsStream("/evidence/seatbelts.csv")) {
      Files.copy(Objects.requireNonNull(in), folder.resolve("seatbelts.csv"));
    }
    var lines = Files.readAllLines(folder.resolve("seatbelts.csv"));
    var price = List.of(lines.getFirst().split(",", -1)).indexOf("PetrolPrice");
    var wider = new ArrayList<>(List.of(lines.getFirst() + ",lnPrice"));
    for (var line : lines.subList(1, lines.size())) {
      wider.add(line + "," + Math.log(Double.parseDouble(line.split(",", -1)[price])));
    }
    Files.write(folder.resolve("seatbelts.csv"), wider);
  }

  @Test
  void theChartHasWhatWouldHaveBeenFromTheChangeOn() throws IOException {
    var words = "evidence its seatbelts.csv --date year,month --value drivers --harmonics 2";
    var result = shell.run((words + " --intervention 1983-02 --svg its.svg").split(" ", -1));

    assertThat(result.err()).isEqualTo("wrote the chart to its.svg\n");
    assertThat(Files.readString(folder.resolve("its.svg")))
        .contains(">drivers<", "expected without the change", "change, February 1983")
        .contains("From February 1983 on the 23 values are on average");
  }

  @Test
  void theSeatBeltsAreAnalysedAsInR() {
    var found = json("--value", "drivers", "--log", "--controls", "lnPrice");

    var step = found.get("step");
    assertThat(found.get("method").asString()).isEqualTo("reml-ar1");
    assertThat(found.get("scale").asString()).isEqualTo("log");
    assertThat(step.get("estimate").asDouble()).isCloseTo(-.145896329, within(2e-4));
    assertThat(step.get("standardError").asDouble()).isCloseTo(.0322690894, within(4e-4));
    assertThat(found.get("autocorrelation").asDouble()).isCloseTo(.293995827, within(4e-4));
    assertThat(found.get("rateRatio").get("estimate").asDouble())
        .isCloseTo(Math.exp(-.145896329), within(2e-4));
    assertThat(found.get("slope").isNull()).isTrue();
    assertThat(found.get("seed").asInt()).isEqualTo(1);
    assertThat(found.get("periods").get("before").asInt()).isEqualTo(169);
    assertThat(found.get("points").get(169).get("period").asString()).isEqualTo("1983-02");
    assertThat(found.get("sensitivity").size()).isGreaterThan(4);
  }

  @Test
  void errorsAndFamiliesAreThoseOfR() {
    var ols = json("--value", "drivers", "--log", "--controls", "lnPrice", "--errors", "ols");
    var west =
        json("--value", "drivers", "--log", "--controls", "lnPrice", "--errors", "newey-west:12");
    var counts =
        json(
            "--value",
            "DriversKilled",
            "--controls",
            "lnPrice",
            "--family",
            "quasipoisson",
            "--exposure",
            "kms");

    assertThat(ols.get("step").get("standardError").asDouble()).isCloseTo(.02415128, within(1e-6));
    assertThat(ols.get("residuals").get("durbinWatson").asDouble())
        .isCloseTo(1.48171333, within(1e-5));
    assertThat(west.get("step").get("standardError").asDouble())
        .isCloseTo(.0334028647, within(1e-6));
    assertThat(west.get("method").asString()).isEqualTo("newey-west:12");
    assertThat(west.get("seed").isNull()).isTrue();
    assertThat(counts.get("step").get("estimate").asDouble()).isCloseTo(-.1221175197, within(1e-6));
    assertThat(counts.get("residuals").get("dispersion").asDouble())
        .isCloseTo(1.9282032, within(1e-4));
  }

  @Test
  void theReportTellsEffectsOtherModelsAndGrounds() {
    var result = its("--value", "drivers", "--log", "--slope", "--transition", "1");

    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith(
            """
            Interrupted time series of drivers
            191 values from 1969-01 to 1984-12, one each month: 169 before 1983-02 and 22 after; effects multiply, method: reml-ar1.
            """)
        .contains(
            "LOWER 95 %",
            "step, ratio",
            "slope, ratio",
            "average per period",
            "local-level",
            "fake dates before the change",
            "not testable",
            "Random numbers from seed 1");
  }

  @Test
  void tooFewPeriodsAreRefused() throws IOException {
    Files.writeString(folder.resolve("few.csv"), "v\n1\n3\n2\n4\n5\n");

    var result =
        shell.run("evidence", "its", "few.csv", "--value", "v", "--intervention", "4", "--json");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("\"reason\" : \"too-few\"", "\"file\" : \"few.csv\"");
    assertThat(result.err())
        .startsWith("outturn: few.csv: Expected at least 12 values before the intervention");
  }

  @Test
  void optionsThatDoNotGoTogetherAreTold() {
    assertThat(its("--value", "drivers", "--exposure", "kms").err()).contains("is for counts");
    assertThat(its("--value", "drivers", "--log", "--family", "poisson").err())
        .contains("leave out --log");
    assertThat(its("--value", "drivers", "--errors", "newey-west").err())
        .contains("newey-west:LAG such as newey-west:3");
    assertThat(
            shell
                .run(
                    "evidence",
                    "its",
                    "seatbelts.csv",
                    "--value",
                    "drivers",
                    "--intervention",
                    "170",
                    "--harmonics",
                    "2")
                .err())
        .contains("--harmonics needs --cycle");
  }

  private Shell.Result its(String... words) {
    var all =
        new ArrayList<>(
            List.of(
                "evidence",
                "its",
                "seatbelts.csv",
                "--date",
                "month",
                "--intervention",
                "1983-02",
                "--harmonics",
                "2"));
    all.addAll(List.of(words));
    return shell.run(all.toArray(String[]::new));
  }

  private JsonNode json(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.add("--json");
    var result = its(all.toArray(String[]::new));
    assertThat(result.err()).isEmpty();
    return new JsonMapper().readTree(result.out());
  }
}
