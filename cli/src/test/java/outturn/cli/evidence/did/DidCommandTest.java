package outturn.cli.evidence.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

/// Expected values: evidence/src/test/oracle/comparison-groups.py.
class DidCommandTest {
  private static final String COLUMNS = " --unit site --time month --value calls ";
  private static final String FOUR = "--treated site#0,site#1,site#2,site#3 --from 2025-07";

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    write("together.csv", PanelFiles.wave(Map.of(0, 6, 1, 6, 2, 6, 3, 6)));
    write("staggered.csv", PanelFiles.wave(Map.of(0, 5, 1, 5, 2, 8, 3, 8, 4, 8, 5, 10)));
    write(
        "everyone.csv",
        PanelFiles.wave(Map.of(0, 4, 1, 4, 2, 4, 3, 4, 4, 6, 5, 6, 6, 8, 7, 8, 8, 8, 9, 8)));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void theEffectIsThatOfAnotherProgram() {
    var json = json("together.csv" + COLUMNS + FOUR);

    var att = json.get("att");
    assertThat(json.get("method").asString()).isEqualTo("difference-in-differences");
    assertThat(json.get("n").asInt()).isEqualTo(120);
    assertThat(att.get("estimate").asDouble()).isCloseTo(3.233977165, within(1e-8));
    assertThat(att.get("p").asDouble()).isLessThan(.02);
    assertThat(att.get("interval").get(0).asDouble()).isPositive();
    assertThat(json.get("preTrendP").asDouble()).isBetween(.05, 1.);
    assertThat(json.get("draws").asInt()).isEqualTo(999);
    assertThat(json.get("treated").get(3).get("name").asString()).isEqualTo("site 3");
    assertThat(json.get("treated").get(3).get("start").asString()).isEqualTo("2025-07");
    assertThat(json.get("controls").size()).isEqualTo(6);
    assertThat(json.get("groupTimes").size()).isZero();
    var events = json.get("events");
    assertThat(events.size()).isEqualTo(12);
    assertThat(events.get(0).get("sinceStart").asInt()).isEqualTo(-6);
    assertThat(events.get(0).get("estimate").asDouble()).isCloseTo(.1591136759, within(1e-8));
    assertThat(events.get(11).get("estimate").asDouble()).isCloseTo(4.217443592, within(1e-8));
    assertThat(events.get(11).get("interval").get(0).asDouble()).isLessThan(4.2);
  }

  @Test
  void aColumnOfStartsMakesItStaggered() {
    var json = json("staggered.csv" + COLUMNS + "--start golive --draws 199 --seed 4 --level 0.9");

    assertThat(json.get("method").asString()).isEqualTo("group-time-not-yet-treated");
    assertThat(json.get("att").get("estimate").asDouble()).isCloseTo(2.500084059, within(1e-8));
    assertThat(json.get("att").get("level").asDouble()).isEqualTo(.9);
    assertThat(json.get("seed").asInt()).isEqualTo(4);
    var cell =
        json.get("groupTimes")
            .valueStream()
            .filter(each -> each.get("start").asString().equals("2025-06"))
            .filter(each -> each.get("period").asString().equals("2025-10"))
            .findFirst()
            .orElseThrow();
    assertThat(cell.get("estimate").asDouble()).isCloseTo(3.76301034, within(1e-8));
    assertThat(cell.get("treatedUnits").asInt()).isEqualTo(2);
    assertThat(cell.get("controlUnits").asInt()).isEqualTo(5);
  }

  @Test
  void oneStartInTheColumnIsTheSameAsTreatedAndFrom() {
    var named = json("together.csv" + COLUMNS + FOUR);

    assertThat(json("together.csv" + COLUMNS + "--start golive")).isEqualTo(named);
  }

  @Test
  void aStartWithoutControlsIsToldByItsName() {
    var out = run("everyone.csv" + COLUMNS + "--start golive").out();

    assertThat(out)
        .contains("What changed in calls by the treatment", "10 treated units, 0 units")
        .containsPattern("2025-05 +site 0, site 1, site 2, site 3 +4 ")
        .containsPattern("2025-09 +site 6, site 7, site 8, site 9 +0 +not known")
        .contains("The effect leaves out those that start in 2025-09 (site 6,");
  }

  @Test
  void theEventStudyIsSavedAsSvg() throws IOException {
    var result = run("together.csv" + COLUMNS + FOUR + " --svg calls.svg");

    assertThat(result.err()).isEqualTo("wrote the chart to calls.svg\n");
    assertThat(Files.readString(folder.resolve("calls.svg")))
        .contains("outturn-event-study", "periods since the start", "interval of 95 %");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "together.csv ! --treated site#0 ! 2 ! say --treated and --from, or --start",
        "together.csv ! --start golive --from 2025-07 ! 2 ! say --treated and --from",
        "together.csv ! --treated site#0 --from 2025-07 --start golive ! 2 ! say --treated",
        "together.csv ! --treated site#77 --from 2025-07 ! 1 ! there is no unit 'site 77'",
        "together.csv ! --treated site#0 --from 2025-01 ! 1 ! nothing stands before 2025-01",
        "together.csv ! --treated site#0 --from 2027-01 ! 1 ! outside-the-data",
        "together.csv ! --treated site#0 --from 2025-07 --draws 5 ! 1 ! out-of-range",
        "together.csv ! --start golife ! 1 ! there is no column 'golife'",
        "together.csv ! --start calls ! 1 ! is not a period",
        "together.csv ! --start site ! 1 ! is not a period",
      })
  void whatCannotBeUsedIsRefusedWithItsReason(String file, String words, int code, String text) {
    var result = run(file + COLUMNS + words);

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
    var all = ("evidence did " + words).split(" +", -1);
    for (var i = 0; i < all.length; i++) all[i] = all[i].replace('#', ' ');
    return new Shell().in(folder).run(all);
  }
}
