package outturn.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.Shell;
import outturn.cli.evidence.panel.PanelFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EstimatorKeysTest {
  @TempDir Path folder;

  @Test
  void everyKeyOfAnEstimatorIsInTheDocumentation() throws IOException {
    var lines = new StringBuilder("v,w\n");
    for (var i = 0; i < 40; i++) lines.append("%d,%d\n".formatted(i * 7 % 11 + 3, i * 3 % 10));
    Files.writeString(folder.resolve("v.csv"), lines);
    Files.writeString(
        folder.resolve("p.yaml"),
        """
        periods: 40
        baseline: {level: 7, levelError: 1, deviation: 2}
        target: {value: 9, better: higher, due: 8}
        """);
    var keys = new TreeSet<String>();
    collect(keys, "its v.csv --value v --intervention 21 --slope --log");
    collect(keys, "changepoint v.csv --value v");
    collect(keys, "changepoint v.csv --value v --method regression --lags 1");
    collect(keys, "power --before 20 --after 5 --replications 100");
    collect(keys, "power --before 20 --after 5 --replications 100 --effect 2");
    collect(keys, "survey proportion --successes 15 --trials 148");
    collect(keys, "survey difference --successes 56,48 --trials 70,80");
    collect(keys, "survey nps --promoters 5 --passives 3 --detractors 2");
    collect(keys, "survey mean v.csv --value v");
    collect(keys, "sequence share --successes 4 --trials 9 --planned 50");
    collect(keys, "sequence mean v.csv --value v --planned 50");
    collect(keys, "forecast v.csv --value v --horizon 3 --target 9 --better higher");
    collect(keys, "sequence difference v.csv --first v --second w --planned 50");
    collect(keys, "attainment p.yaml --draws 100 --observed v.csv --value v");
    comparisons(keys);

    var root = Path.of(System.getProperty("outturn.root", ".."));
    var text = Files.readString(root.resolve("docs/evidence.md"));
    assertThat(keys)
        .contains(
            "withoutPeople", "rateRatio", "counterfactual", "monteCarloError", "nps", "share");
    assertThat(keys)
        .allSatisfy(key -> assertThat(text).containsPattern("[`.\"\\[\\]]" + key + "[`\"\\[]"));
  }

  private void comparisons(Set<String> keys) throws IOException {
    Files.writeString(folder.resolve("p.csv"), PanelFiles.wave(Map.of(0, 8)));
    Files.writeString(folder.resolve("q.csv"), PanelFiles.wave(Map.of(0, 6, 1, 8)));
    var columns = ".csv --unit site --time month --value calls ";
    collect(keys, "did q" + columns + "--start golive --draws 99");
    collect(keys, "synthetic p" + columns + "--from 2025-09 --treated", "site 0");
    collect(keys, "synthetic p" + columns + "--from 2025-09 --method sdid --treated", "site 0");
  }

  private void collect(Set<String> keys, String words, String... last) {
    var all = new ArrayList<>(List.of(("evidence " + words).split(" ", -1)));
    all.addAll(List.of(last));
    all.add("--json");
    var result = new Shell().in(folder).run(all.toArray(String[]::new));
    assertThat(result.code()).as(words + result).isZero();
    collect(keys, new JsonMapper().readTree(result.out()));
  }

  private static void collect(Set<String> keys, JsonNode node) {
    if (node.isObject()) keys.addAll(node.propertyNames());
    node.forEach(each -> collect(keys, each));
  }
}
