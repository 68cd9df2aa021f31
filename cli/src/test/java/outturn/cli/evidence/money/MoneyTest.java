package outturn.cli.evidence.money;

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

class MoneyTest {
  private static final String CASE =
      """
      currency: GBP
      priceYear: 2026
      benefitCut: 0.2
      costUplift: 0.1
      benefits:
        - name: minutes saved
          category: non-cashable
          volumes: [0, 1000, 1000]
          change: 2
          worth: 10
          realisation: 0.5
      costs:
        - name: licences
          amount: 5000
          phasing: [1, 0.2, 0.2]
      """;

  @TempDir Path folder;

  private Shell shell;

  @BeforeEach
  void shell() {
    shell = new Shell().in(folder);
  }

  /// By hand: 1000 · 2 · 10 · 0.5 · 0.8 in years 1 and 2, less 5000 · 1.1 · (1, 0.2, 0.2), at 3.5
  /// %.
  @Test
  void aCaseThatIsKnownIsWorthWhatPenAndPaperSay() throws IOException {
    var found = json(CASE);

    assertThat(found.get("method").asString()).isEqualTo("net-present-value-simulation");
    assertThat(found.get("mean").asDouble()).isCloseTo(7607.890, within(.001));
    assertThat(found.get("netPresentValue").get("p10").asDouble())
        .isCloseTo(7607.890, within(.001));
    assertThat(found.get("gain").get("estimate").asDouble()).isEqualTo(1);
    assertThat(found.get("waterfall").get(0).get("name").asString()).isEqualTo("forecast");
    assertThat(found.get("waterfall").get(0).get("change").get("p50").asDouble())
        .isCloseTo(37993.885, within(.001));
    assertThat(found.get("benefits").get("non-cashable").get("p50").asDouble())
        .isCloseTo(15197.554, within(.001));
    assertThat(found.get("prices").asString()).isEqualTo("GBP of 2026");
    assertThat(found.get("seed").asInt()).isEqualTo(1);
  }

  @Test
  void threePointsMakeARange() throws IOException {
    Files.writeString(folder.resolve("c.yaml"), CASE.replace("change: 2", "change: [-1, 2, 4]"));

    var told = shell.run("evidence", "money", "c.yaml", "--draws", "500");

    assertThat(told.err()).isEmpty();
    assertThat(told.out())
        .startsWith("Worth now, in GBP of 2026\nThe chance of a gain is ")
        .contains("not realised", "net present value", "THEN P50", "Random numbers from seed 1");
  }

  @Test
  void ownRatesTakeThePlaceOfThoseOfTheTreasury() throws IOException {
    Files.writeString(folder.resolve("c.yaml"), CASE);
    Files.writeString(
        folder.resolve("r.csv"), "valid_from,to_year,rate,source\n2020-01-01,9,0,\"ours\"\n");

    var found =
        new JsonMapper()
            .readTree(shell.run("evidence", "money", "c.yaml", "--rates", "r.csv", "--json").out());

    assertThat(found.get("mean").asDouble()).isCloseTo(16000 - 5500 * 1.4, within(1e-6));
    assertThat(
            shell
                .run("evidence", "money", "c.yaml", "--rates", "r.csv", "--valid-on", "2019-01-01")
                .err())
        .contains("No discount table is valid on 2019-01-01");
  }

  @Test
  void theWaterfallTellsCashApart() throws IOException {
    Files.writeString(folder.resolve("c.yaml"), CASE);
    Files.writeString(folder.resolve("cash.yaml"), CASE.replace("non-cashable", "cashable"));
    var second = "  - {name: paper, category: cashable, volumes: [9], change: 1, worth: 1}\ncosts:";
    Files.writeString(folder.resolve("both.yaml"), CASE.replace("costs:", second));

    assertThat(drawn("c.yaml")).contains("outturn-hatching").doesNotContain("of which");
    assertThat(drawn("cash.yaml")).contains("net present value").doesNotContain("outturn-hatching");
    assertThat(drawn("both.yaml"))
        .contains("of which cashable", "of which non-cashable", "in GBP of 2026");
  }

  private String drawn(String file) throws IOException {
    var result = shell.run("evidence", "money", file, "--svg", "out.svg");
    assertThat(result.err()).isEqualTo("wrote the chart to out.svg\n");
    return Files.readString(folder.resolve("out.svg"));
  }

  @Test
  void whatIsWrongIsToldWithItsLine() throws IOException {
    assertThat(refused(CASE.replace("worth: 10", "worht: 10")))
        .startsWith("outturn: c.yaml:10: a benefit has no key 'worht' (unknown-key)");
    assertThat(refused(CASE.replace("change: 2", "change: [3, 2, 4]")))
        .contains("c.yaml:9:", "out-of-range");
    assertThat(refused(CASE.replace("change: 2", "change: [3, 2]")))
        .contains("one number, or three");
    assertThat(refused(CASE.replace("benefitCut: 0.2", "benefitCut: 20"))).contains("c.yaml:3:");
    assertThat(refused(CASE.replace("non-cashable", "qualitative"))).contains("has no price");
    assertThat(refused("")).contains("expected one business case, found 0");
    assertThat(refused("currency: GBP\npriceYear: 2026\nbenefitCut: 0\ncostUplift: 0\n"))
        .contains("nothing to value");
    assertThat(shell.run("evidence", "money", "absent.yaml").err())
        .startsWith("outturn: absent.yaml: there is no such file (unreadable)");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whateverCaseComesIsAnsweredOrRefused(long seed) throws IOException {
    var values =
        List.of("0", "-1", "1e300", "x", "[1, 2, 3]", "[3, 1]", "[]", "", "{a: 1}", ".nan");
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (var round = 0; round < 60; round++) {
      var lines = new ArrayList<>(CASE.lines().toList());
      var at = random.nextInt(lines.size());
      var key = lines.get(at).substring(0, lines.get(at).indexOf(':') + 1);
      lines.set(at, key + " " + values.get(random.nextInt(values.size())));
      Files.write(folder.resolve("c.yaml"), lines);

      var result = shell.run("evidence", "money", "c.yaml", "--draws", "100");

      assertThat(result.code()).as(lines + " " + result).isBetween(0, 1);
      assertThat(result.err()).as(lines.toString()).doesNotContain("Exception");
    }
  }

  private String refused(String text) throws IOException {
    Files.writeString(folder.resolve("c.yaml"), text);
    var result = shell.run("evidence", "money", "c.yaml");
    assertThat(result.code()).isEqualTo(1);
    return result.err();
  }

  private JsonNode json(String text) throws IOException {
    Files.writeString(folder.resolve("c.yaml"), text);

    var result = shell.run("evidence", "money", "c.yaml", "--json");
    assertThat(result.err()).isEmpty();
    return new JsonMapper().readTree(result.out());
  }
}
