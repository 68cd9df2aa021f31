package outturn.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.Shell;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EstimatorKeysTest {
  @TempDir Path folder;

  @Test
  void everyKeyOfAnEstimatorIsInTheDocumentation() throws IOException {
    var lines = new StringBuilder("v,w\n");
    for (var i = 0; i < 40; i++) lines.append("%d,%d\n".formatted(i * 7 % 11 + 3, i * 3 % 10));
    Files.writeString(folder.resolve("v.csv"), lines);
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
    collect(keys, "sequence difference v.csv --first v --second w --planned 50");

    var root = Path.of(System.getProperty("outturn.root", ".."));
    var text = Files.readString(root.resolve("docs/evidence.md"));
    assertThat(keys).contains("rateRatio", "counterfactual", "monteCarloError", "nps", "share");
    assertThat(keys)
        .allSatisfy(key -> assertThat(text).containsPattern("[`.\"\\[\\]]" + key + "[`\"\\[]"));
  }

  private void collect(Set<String> keys, String words) {
    var result = new Shell().in(folder).run(("evidence " + words + " --json").split(" ", -1));
    assertThat(result.code()).as(words + result).isZero();
    collect(keys, new JsonMapper().readTree(result.out()));
  }

  private static void collect(Set<String> keys, JsonNode node) {
    if (node.isObject()) keys.addAll(node.propertyNames());
    node.forEach(each -> collect(keys, each));
  }
}
