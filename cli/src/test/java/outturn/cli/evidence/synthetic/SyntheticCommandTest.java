package outturn.cli.evidence.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.cli.Shell;
import outturn.cli.evidence.panel.PanelFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Expected values: evidence/src/test/oracle/comparison-groups.py and synthetic-did.py.
class SyntheticCommandTest {
  private static final String COLUMNS = " --unit site --time month --value calls ";

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(folder.resolve("wave.csv"), PanelFiles.wave(Map.of(0, 8)));
    Files.writeString(folder.resolve("chirp.csv"), PanelFiles.chirp(Map.of(0, 9)));
    Files.writeString(folder.resolve("two.csv"), PanelFiles.chirp(Map.of(0, 9, 1, 9)));
  }

  @Test
  void effectAndWeightsAreThoseOfAnotherProgram() {
    var json = json("wave.csv" + COLUMNS + "--treated site#0 --from 2025-09");

    assertThat(json.get("method").asString()).isEqualTo("synthetic-control");
    assertThat(json.get("seed").isNull()).isTrue();
    assertThat(json.get("att").get("estimate").asDouble()).isCloseTo(2.518669887, within(1e-6));
    assertThat(json.get("treated").get(0).get("start").asString()).isEqualTo("2025-09");
    assertThat(json.get("weights").get(0).get("name").asString()).isEqualTo("site 2");
    assertThat(json.get("weights").get(0).get("share").asDouble())
        .isCloseTo(.6166731285, within(1e-6));
    assertThat(json.get("fit").get("before").asDouble()).isCloseTo(.262729137, within(1e-7));
    assertThat(json.get("ranks").size()).isEqualTo(3);
    assertThat(json.get("ranks").get(0).get("atMost").isNull()).isTrue();
    assertThat(json.get("ranks").get(0).get("of").asInt()).isEqualTo(10);
    assertThat(json.get("ranks").get(2).get("atMost").asDouble()).isEqualTo(5);
    assertThat(json.get("placebos").size()).isEqualTo(9);
    assertThat(json.get("withoutDonors").size()).isEqualTo(4);
    assertThat(json.get("fakeStarts").get(0).get("period").asString()).isEqualTo("2025-05");
    assertThat(json.get("points").size()).isEqualTo(12);
    assertThat(json.get("points").get(11).get("gap").asDouble())
        .isCloseTo(2.812078602, within(1e-6));
  }

  @Test
  void aLargerRidgeSpreadsTheWeights() {
    var words = "wave.csv" + COLUMNS + "--treated site#0 --from 2025-09";

    assertThat(json(words + " --ridge 2").get("weights").size())
        .isGreaterThan(json(words).get("weights").size());
  }

  @Test
  void aSyntheticDifferenceInDifferencesIsThatOfAnotherProgram() {
    var json = json("chirp.csv" + COLUMNS + "--treated site#0 --from 2025-10 --method sdid");

    assertThat(json.get("method").asString()).isEqualTo("synthetic-difference-in-differences");
    assertThat(json.get("att").get("estimate").asDouble()).isCloseTo(2.492651161, within(1e-8));
    assertThat(json.get("att").get("standardError").asDouble())
        .isCloseTo(.4129217874, within(1e-8));
    assertThat(json.get("weights").get(0).get("share").asDouble())
        .isCloseTo(.1738678548, within(1e-8));
    assertThat(json.get("periodWeights").get(0).get("period").asString()).startsWith("2025-");
    assertThat(json.get("placebos").size()).isEqualTo(11);
    assertThat(json.get("fakeStarts").size()).isEqualTo(2);
    assertThat(json.get("points").get(13).get("synthetic").isNumber()).isTrue();
  }

  @Test
  void severalTreatedUnitsAreComparedTogether() {
    var words = "two.csv" + COLUMNS + "--treated site#0,site#1 --from 2025-10 --method sdid";

    var json = json(words + " --draws 100 --seed 6");
    assertThat(json.get("att").get("estimate").asDouble()).isCloseTo(3.058336713, within(1e-8));
    assertThat(json.get("seed").asInt()).isEqualTo(6);
    assertThat(json.get("placebos").size()).isEqualTo(100);
    assertThat(run(words).out())
        .contains(
            "What changed in calls in site 0, site 1", "10 donors", "Compared with the periods")
        .contains("Random numbers from seed 1");
  }

  @Test
  void theReportTellsDonorsAndRanks() {
    var out = run("wave.csv" + COLUMNS + "--treated site#0 --from 2025-09").out();

    assertThat(out)
        .contains("What changed in calls in site 0")
        .contains("120 values from 2025-01 to 2025-12; treated from 2025-09 on, 9 donors")
        .containsPattern("site 2 +61.7 %")
        .containsPattern("that fit at most 5 times worse +\\d")
        .contains("Without one of the donors in turn the effect is between");
  }

  @Test
  void bothPathsAreSavedAsSvg() throws IOException {
    var words = COLUMNS + "--treated site#0 --from 2025-09 --svg site.svg";

    for (var method : new String[] {" --method sc", " --method sdid"}) {
      var result = run("wave.csv" + words + method);
      assertThat(result.err()).isEqualTo("wrote the chart to site.svg\n");
      assertThat(Files.readString(folder.resolve("site.svg")))
          .contains("outturn-synthetic", "outturn-gap", ">calls, one value each month<");
    }
  }

  @Test
  void proposition99HasTheEffectsOfTheLiterature() throws IOException {
    var root = Path.of(System.getProperty("outturn.root", "..")).toAbsolutePath().normalize();
    var file = root.resolveSibling("shared/data/evidence/prop99/california_prop99_long.csv");
    assumeTrue(Files.exists(file), () -> "needs " + file + ", which is not copied");
    Files.copy(file, folder.resolve("prop99.csv"));
    var words =
        "prop99.csv --unit State --time Year --value PacksPerCapita --treated California --from 1989";

    var control = json(words);
    assertThat(control.get("att").get("estimate").asDouble()).isCloseTo(-19.5136, within(.01));
    assertThat(control.get("ranks").get(0).get("rank").asInt()).isEqualTo(3);
    assertThat(control.get("ranks").get(0).get("of").asInt()).isEqualTo(39);
    assertThat(json(words + " --method sdid").get("att").get("estimate").asDouble())
        .isCloseTo(-15.604, within(.001));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "--treated site#0,site#1 --from 2025-09 ! 1 ! Expected 1 treated unit, found 2",
        "--treated site#0 --from 2025-03 ! 1 ! at least 4 periods before",
        "--treated site#0 --from 2025-09 --method did ! 2 ! expected one of sc, sdid",
        "--treated site#0 --from 2025-09 --method sdid --ridge 1 ! 2 ! --ridge is for --method sc",
        "--treated site#0 --from 2025-09 --ridge -1 ! 1 ! out-of-range",
        "--treated site#0 --from 2025-09 --ridge x ! 2 ! expected a number",
        "--treated site#0 --from 2025-09 --level 1 ! 1 ! out-of-range",
        "--treated site#0 --from soon ! 1 ! not-a-period",
        "--treated north --from 2025-09 ! 1 ! there is no unit 'north'",
        "--from 2025-09 ! 2 ! --treated",
      })
  void whatCannotBeUsedIsRefusedWithItsReason(String words, int code, String text) {
    var result = run("wave.csv" + COLUMNS + words);

    assertThat(result.code()).isEqualTo(code);
    assertThat(result.err()).contains(text);
  }

  private JsonNode json(String words) {
    var result = run(words + " --json");
    assertThat(result.err()).isEmpty();
    return new JsonMapper().readTree(result.out());
  }

  /// A `#` stands for a blank within a word.
  private Shell.Result run(String words) {
    var all = ("evidence synthetic " + words).split(" +", -1);
    for (var i = 0; i < all.length; i++) all[i] = all[i].replace('#', ' ');
    return new Shell().in(folder).run(all);
  }
}
