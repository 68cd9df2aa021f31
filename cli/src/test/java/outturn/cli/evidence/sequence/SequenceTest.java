package outturn.cli.evidence.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.Shell;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Expected values: `evidence/src/test/oracle/sequence-commands.py`, with scipy 1.10.1.
class SequenceTest {
  @TempDir Path folder;

  private Shell shell;

  @BeforeEach
  void files() throws IOException {
    shell = new Shell().in(folder);
    var lines = new StringBuilder("new,old\n");
    for (var i = 0; i < 30; i++) {
      lines.append("%d,%d\n".formatted(i * 7 % 10 + 3, i * 3 % 10));
    }
    Files.writeString(folder.resolve("times.csv"), lines);
  }

  @Test
  void aShareHasTheIntervalOfTheMixture() {
    var found = json("share", "--successes", "40", "--trials", "120", "--planned", "500");

    assertThat(found.get("method").asString()).isEqualTo("beta-binomial-confidence-sequence");
    effect(found.get("share"), 1 / 3.0, .20512465055789067, .48130951637214553);
  }

  @Test
  void aDifferenceHasTheAsymptoticInterval() {
    var found =
        json("difference", "times.csv", "--first", "new", "--second", "old", "--planned", "100");

    effect(found.get("difference"), 3, .6912152971416008, 5.308784702858399);
    assertThat(found.get("n").asInt()).isEqualTo(60);
  }

  @Test
  void aMeanSaysHowManyValuesCount() {
    var result = sequence("mean", "times.csv", "--value", "new", "--planned", "90");

    assertThat(result.out())
        .startsWith("Mean of new so far, safe at every look\n30 values, method: asymptotic-")
        .contains("correlation of neighbouring values");
  }

  @Test
  void tooFewValuesAreRefused() throws IOException {
    Files.writeString(folder.resolve("few.csv"), "v\n1\n2\n");

    assertThat(sequence("mean", "few.csv", "--value", "v", "--planned", "9", "--json").out())
        .contains("\"reason\" : \"too-few\"", "\"file\" : \"few.csv\"");
    assertThat(sequence("share", "--successes", "1", "--trials", "0", "--planned", "9").err())
        .startsWith("outturn: A share needs at least one answer");
    assertThat(sequence("share", "--successes", "1", "--trials", "2", "--planned", "0").code())
        .isEqualTo(1);
  }

  @Test
  void whatEachLookFoundIsDrawn() throws IOException {
    var mean = "mean times.csv --value new --planned 25 --svg mean.svg";
    var difference = "difference times.csv --first new --second old --planned 90 --svg two.svg";

    assertThat(sequence(mean.split(" ")).err()).isEqualTo("wrote the chart to mean.svg\n");
    assertThat(sequence(difference.split(" ")).code()).isZero();
    assertThat(sequence("share --successes 4 --trials 9 --planned 9 --svg s.svg".split(" ")).code())
        .isZero();
    assertThat(Files.readString(folder.resolve("mean.svg")))
        .contains("11 looks; the last: 30 values", "outturn-zero", "planned review");
    assertThat(Files.readString(folder.resolve("two.svg")))
        .contains("11 looks; the last: 60 values: 3.0")
        .doesNotContain("planned review");
    assertThat(Files.readString(folder.resolve("s.svg")))
        .contains("9 answers so far.", "share of answers so far: 0.44", "outturn-interval");
  }

  private static void effect(JsonNode effect, double estimate, double lower, double upper) {
    assertThat(effect.get("estimate").asDouble()).isCloseTo(estimate, within(1e-9));
    assertThat(effect.get("interval").get(0).asDouble()).isCloseTo(lower, within(1e-8));
    assertThat(effect.get("interval").get(1).asDouble()).isCloseTo(upper, within(1e-8));
  }

  private Shell.Result sequence(String... words) {
    var all = new ArrayList<>(List.of("evidence", "sequence"));
    all.addAll(List.of(words));
    return shell.run(all.toArray(String[]::new));
  }

  private JsonNode json(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.add("--json");
    var result = sequence(all.toArray(String[]::new));
    assertThat(result.err()).isEmpty();
    return new JsonMapper().readTree(result.out());
  }
}
