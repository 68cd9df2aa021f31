package outturn.cli.evidence.survey;

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

/// Expected values: `survey.proportion` and `survey.nps` of the reference values; scores of
/// questionnaires by hand.
class SurveyTest {
  @TempDir Path folder;

  private Shell shell;

  @BeforeEach
  void shell() {
    shell = new Shell().in(folder);
  }

  @Test
  void aProportionHasTheIntervalOfWilson() throws IOException {
    Files.writeString(
        folder.resolve("a.csv"), "s\n" + "5\n".repeat(15) + "\n3\n" + "2\n".repeat(132));

    var counts = json("proportion", "--successes", "15", "--trials", "148");
    var column = json("proportion", "a.csv", "--value", "s", "--from", "4");

    assertThat(column).isEqualTo(counts);
    assertThat(counts.get("method").asString()).isEqualTo("wilson");
    assertThat(counts.get("n").asInt()).isEqualTo(148);
    interval(counts.get("proportion"), .062386, .160487);
    var small =
        json("proportion", "--successes", "15", "--trials", "148", "--population", "148")
            .get("proportion");
    interval(small, 15 / 148.0, 15 / 148.0);
  }

  @Test
  void aDifferenceHasTheIntervalOfNewcombe() throws IOException {
    Files.writeString(
        folder.resolve("w.csv"),
        "s,wave\n"
            + "4,new\n".repeat(56)
            + "2,new\n".repeat(14)
            + ",new\n"
            + "5,old\n".repeat(48)
            + "3,old\n".repeat(32));
    Files.writeString(folder.resolve("three.csv"), "s,wave\n1,a\n1,b\n1,c\n");
    var found = json("difference", "--successes", "56,48", "--trials", "70,80");

    interval(found.get("difference"), .0524, .3339);
    assertThat(json("difference", "w.csv", "--value", "s", "--from", "4", "--by", "wave"))
        .isEqualTo(found);
    assertThat(survey("difference", "three.csv", "--value", "s", "--by", "wave").err())
        .startsWith("outturn: three.csv: column 'wave' has 3 groups with answers (out-of-range)");
  }

  @Test
  void aNetScoreIsOfCountsOrOfAColumn() throws IOException {
    Files.writeString(
        folder.resolve("a.csv"),
        "r\n" + "9\n10\n".repeat(25) + "7\n8\n".repeat(15) + "0\n6\n".repeat(10));

    var counts = json("nps", "--promoters", "50", "--passives", "30", "--detractors", "20");

    assertThat(json("nps", "a.csv", "--value", "r")).isEqualTo(counts);
    assertThat(counts.get("nps").get("estimate").asDouble()).isCloseTo(30, within(1e-9));
    assertThat(counts.get("nps").get("standardError").asDouble()).isCloseTo(7.81025, within(1e-5));
    assertThat(
            json("nps", "--promoters", "10", "--passives", "5", "--detractors", "3")
                .get("method")
                .asString())
        .isEqualTo("net-score-adjusted-wald");
  }

  @Test
  void questionnairesAreScoredPerRespondent() throws IOException {
    Files.writeString(
        folder.resolve("q.csv"),
        """
        a,b,c,d,e,f,g,h,i,j
        5,1,5,1,5,1,5,1,5,1
        3,3,3,3,3,3,3,3,3,3
        4,2,4,2,4,2,,2,4,2
        """);

    var sus = json("sus", "q.csv", "--items", "a,b,c,d,e,f,g,h,i,j");
    var umux = json("umux-lite", "q.csv", "--items", "a,b");
    var ux = json("umux-lite", "q.csv", "--items", "a,c", "--points", "5");

    assertThat(sus.get("n").asInt()).isEqualTo(2);
    assertThat(sus.get("sus").get("estimate").asDouble()).isCloseTo(75, within(1e-9));
    assertThat(umux.get("umuxLite").get("estimate").asDouble())
        .isCloseTo(100 * (4 + 4 + 4) / 36.0, within(1e-9));
    assertThat(ux.get("umuxLite").get("estimate").asDouble())
        .isCloseTo(100 * (8 + 4 + 6) / 24.0, within(1e-9));
  }

  @Test
  void aMeanIsTold() throws IOException {
    Files.writeString(folder.resolve("m.csv"), "minutes\n1\n2\n3\n\n");

    assertThat(survey("mean", "m.csv", "--value", "minutes").out())
        .isEqualTo(
            """
            Mean of minutes
            3 values, method: mean-student-t.

                    ESTIMATE  ERROR  LOWER 95 %  UPPER 95 %
              mean         2  0.577      -0.484        4.48
            """);
  }

  @Test
  void answersOfAFileAreDrawnWithHowManyThereAre() throws IOException {
    Files.writeString(
        folder.resolve("a.csv"), "s,w\n" + "5,new\n".repeat(15) + ",new\n" + "2,old\n".repeat(45));
    var many = new StringBuilder("v,w\n");
    for (var i = 0; i <= 100; i++) many.append("%d,%d\n".formatted(i, i % 5 + 1));
    Files.writeString(folder.resolve("m.csv"), many);

    assertThat(drawn("proportion a.csv --value s --from 4"))
        .contains(
            "60 answers. 2: 45 (75 %), 3: 0 (0 %), 4: 0 (0 %), 5: 15 (25 %).",
            "0 to 1: 0.250 (0.158 to 0.372,");
    assertThat(drawn("proportion m.csv --value v --from 30"))
        .contains("less than 30: 30 (30 %), 30 or more: 71 (70 %).");
    assertThat(drawn("difference a.csv --value s --from 4 --by w"))
        .contains("new: 15 answers. 5: 15 (100 %). old: 45 answers.", "outturn-zero");
    assertThat(drawn("nps --promoters 5 --passives 3 --detractors 2"))
        .contains("10 answers. 0 to 6: 2 (20 %), 7 or 8: 3 (30 %), 9 or 10: 5 (50 %).");
    assertThat(drawn("nps m.csv --value w")).contains("1: 21 (21 %)", "outturn-hatching");
    assertThat(drawn("mean m.csv --value v"))
        .contains("0 to under 10: 10 (10 %)", "90 to 100: 11 (11 %)", "50.0 (");
    assertThat(drawn("umux-lite m.csv --items w,w --points 5")).contains("25: 20 (20 %)");
    assertThat(drawn("proportion --successes 3 --trials 9")).doesNotContain("9 answers");
  }

  private String drawn(String words) throws IOException {
    var result = survey((words + " --svg out.svg").split(" "));
    assertThat(result.err()).isEqualTo("wrote the chart to out.svg\n");
    return Files.readString(folder.resolve("out.svg"));
  }

  @Test
  void whatIsNoAnswerIsRefusedWithItsLine() throws IOException {
    Files.writeString(folder.resolve("r.csv"), "r\n9\n2.5\n");
    Files.writeString(folder.resolve("s.csv"), "r\n9\n11\n");

    assertThat(survey("nps", "r.csv", "--value", "r").err())
        .startsWith("outturn: r.csv:3: 2.5 is no answer on a scale (out-of-range)");
    assertThat(survey("nps", "s.csv", "--value", "r", "--json").out())
        .contains("\"reason\" : \"out-of-range\"", "not at 11", "\"file\" : \"s.csv\"");
    assertThat(survey("proportion", "--successes", "5", "--trials", "3").code()).isEqualTo(1);
    assertThat(survey("proportion", "--successes", "5").code()).isEqualTo(2);
    assertThat(survey("nps", "s.csv", "--promoters", "5").err()).contains("expected either");
    assertThat(survey("difference", "--successes", "1", "--trials", "2").code()).isEqualTo(2);
    assertThat(survey("sus", "s.csv", "--items", "r").err()).contains("ten --items");
  }

  private static void interval(JsonNode effect, double lower, double upper) {
    assertThat(effect.get("interval").get(0).asDouble()).isCloseTo(lower, within(1e-4));
    assertThat(effect.get("interval").get(1).asDouble()).isCloseTo(upper, within(1e-4));
  }

  private Shell.Result survey(String... words) {
    var all = new ArrayList<>(List.of("evidence", "survey"));
    all.addAll(List.of(words));
    return shell.run(all.toArray(String[]::new));
  }

  private JsonNode json(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.add("--json");
    var result = survey(all.toArray(String[]::new));
    assertThat(result.err()).isEmpty();
    return new JsonMapper().readTree(result.out());
  }
}
