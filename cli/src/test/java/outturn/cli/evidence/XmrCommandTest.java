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

class XmrCommandTest {
  @TempDir Path folder;

  private Shell shell;

  @BeforeEach
  void files() throws IOException {
    shell = new Shell().in(folder);
    for (var name : new String[] {"nile.csv", "seatbelts.csv"}) {
      try (InputStream in = getClass().getResourceAsStream("/evidence/" + name)) {
        Files.copy(Objects.requireNonNull(in), folder.resolve(name));
      }
    }
  }

  @Test
  void aChartIsLimitsFlagsAndWhatChanceMakesOfThem() throws IOException {
    var visits = List.of("10", "12", "11", "", "12", "10", "11", "12", "11", "10", "12", "30");
    var lines = new StringBuilder("week,visits\n");
    for (var i = 0; i < visits.size(); i++) {
      lines.append("2026-W%02d,%s\n".formatted(i + 1, visits.get(i)));
    }
    Files.writeString(folder.resolve("v.csv"), lines);

    var result = run("xmr", "v.csv", "--date", "week", "--value", "visits", "--better", "lower");

    assertThat(result.out())
        .isEqualTo(
            """
            Control chart of visits
            11 values from 2026-W01 to 2026-W12, one each week; limits: nhs, rules: nhs.

              PHASE  FROM      TO        VALUES  LOWER  CENTRE  UPPER  MOVING RANGE
              1      2026-W01  2026-W12      11   9.16   12.82  16.48          1.38

              PERIOD    VALUE  READING      WHY           FALSE ALARMS, %
              2026-W05     12  improvement  shift low     1.3
              2026-W06     10  improvement  shift low     1.3
              2026-W07     11  improvement  shift low     1.3
              2026-W08     12  improvement  shift low     1.3
              2026-W09     11  improvement  shift low     1.3
              2026-W10     10  improvement  shift low     1.3
              2026-W11     12  improvement  shift low     1.3
              2026-W12     30  concern      outside high  2.5
              False alarms: how many of 100 charts of noise alone, as long as the phase, show the rule somewhere.
              Noise alone, laid out like this, shows some flag on 4.6 of 100 charts.
              ! Limits from only 11 values are rough; 13 or more are wanted.
            """);
  }

  @Test
  void theNileIsReproduced() {
    var chart =
        json("xmr", "nile.csv", "--date", "year", "--value", "volume", "--limits", "wheeler");

    var phase = chart.get("phases").get(0);
    assertThat(chart.get("method").asString()).isEqualTo("xmr");
    assertThat(chart.get("n").asInt()).isEqualTo(100);
    assertThat(chart.get("seed").isNull()).isTrue();
    assertThat(phase.get("centre").asDouble()).isCloseTo(919.35, within(5e-5));
    assertThat(phase.get("movingRange").asDouble()).isCloseTo(133.2525, within(5e-5));
    assertThat(phase.get("lower").asDouble()).isCloseTo(564.8983, within(5e-4));
    assertThat(phase.get("upper").asDouble()).isCloseTo(1273.8017, within(5e-4));
    assertThat(phase.get("upperRange").asDouble()).isCloseTo(435.4693, within(5e-4));
    assertThat(chart.get("warnings").get(0).get("name").asString()).isEqualTo("autocorrelated");
  }

  @Test
  void everyFlagHasItsFalseAlarmRate() {
    var chart =
        json(
            "xmr",
            "seatbelts.csv",
            "--date",
            "month",
            "--value",
            "drivers",
            "--phases",
            "1978-02,1983-02",
            "--better",
            "lower",
            "--target",
            "1400");

    var first = chart.get("points").get(0);
    assertThat(first.get("period").asString()).isEqualTo("1969-01");
    assertThat(first.get("variation").asString()).isEqualTo("improvement");
    var flag = first.get("flags").get(0);
    assertThat(flag.get("rule").asString()).isEqualTo("shift");
    assertThat(flag.get("side").asString()).isEqualTo("low");
    assertThat(flag.get("falseAlarmRate").asDouble()).isBetween(.3, .7);
    assertThat(chart.get("phases").size()).isEqualTo(3);
    assertThat(chart.get("phases").get(2).get("from").asString()).isEqualTo("1983-02");
    assertThat(chart.get("assurance").asString()).isEqualTo("hit-and-miss");
  }

  @Test
  void ratesThatNobodySimulatedAreNotTold() {
    var chart = json("xmr", "nile.csv", "--date", "year", "--value", "volume", "--rules", "nelson");

    assertThat(chart.get("falseAlarmShare").isNull()).isTrue();
    assertThat(run("xmr", "nile.csv", "--value", "volume", "--limits", "median").out())
        .contains("not known");
  }

  @Test
  void theChartIsSavedAsSvg() throws IOException {
    var result = run("xmr", "nile.csv", "--value", "volume", "--svg", "nile.svg");

    assertThat(result.err()).isEqualTo("wrote the chart to nile.svg\n");
    assertThat(Files.readString(folder.resolve("nile.svg"))).contains("<svg", ">volume<");
  }

  @Test
  void standardInputIsReadToo() {
    assertThat(shell.input("v\n1\n2\n").run("evidence", "xmr", "-", "--value", "v").code())
        .isZero();
  }

  @Test
  void aMissingColumnIsAnsweredWithTheNearestOne() {
    var result = run("xmr", "seatbelts.csv", "--date", "month", "--value", "driver", "--json");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .isEqualTo(
            """
            {
              "refusal" : {
                "reason" : "missing-column",
                "text" : "there is no column 'driver'",
                "file" : "seatbelts.csv",
                "line" : 1,
                "hint" : "did you mean 'drivers'?"
              }
            }
            """);
    assertThat(result.err())
        .isEqualTo(
            """
            outturn: seatbelts.csv:1: there is no column 'driver' (missing-column)
              did you mean 'drivers'?
            """);
  }

  @Test
  void whatCannotBeReadIsRefused() {
    assertThat(run("xmr", "absent.csv", "--value", "v").err())
        .startsWith("outturn: absent.csv: there is no such file (unreadable)");
    assertThat(run("xmr", "nile.csv", "--value", "volume", "--limits", "nh").err())
        .contains("expected one of nhs, wheeler, exact, median, standard-deviation, not 'nh'");
    assertThat(
            run("xmr", "nile.csv", "--date", "year", "--value", "volume", "--phases", "2020").err())
        .contains("no period of the file begins in 2020 (outside-the-data)");
  }

  private Shell.Result run(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addFirst("evidence");
    return shell.run(all.toArray(String[]::new));
  }

  private JsonNode json(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.add("--json");
    var result = run(all.toArray(String[]::new));
    assertThat(result.err()).isEmpty();
    return new JsonMapper().readTree(result.out());
  }
}
