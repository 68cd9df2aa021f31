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

class DocumentedKeysTest {
  @TempDir Path folder;

  @Test
  void everyKeyThatIsPrintedIsInTheDocumentation() throws IOException {
    Files.writeString(folder.resolve("v.csv"), "v\n1\n2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n2\n9\n");
    var keys = new TreeSet<String>();
    collect(keys, "evidence", "xmr", "v.csv", "--value", "v", "--target", "3");
    collect(keys, "evidence", "xmr", "v.csv", "--value", "w");
    collect(keys, "evidence", "bsts", "v.csv", "--value", "v", "--pre", "1:9", "--post", "10:13");
    collect(keys, "evidence", "verify", "--reference", "none");
    collect(keys, "statement", "check", "Email is available");

    var root = Path.of(System.getProperty("outturn.root", ".."));
    var text = Files.readString(root.resolve("docs/evidence.md"));
    assertThat(keys).contains("falseAlarmRate", "findings", "tolerance", "refusal");
    assertThat(keys)
        .allSatisfy(key -> assertThat(text).containsPattern("[`.\"\\[\\]]" + key + "[`\"\\[]"));
  }

  private void collect(Set<String> keys, String... words) {
    var all = new String[words.length + 1];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--json";
    collect(keys, new JsonMapper().readTree(new Shell().in(folder).run(all).out()));
  }

  private static void collect(Set<String> keys, JsonNode node) {
    if (node.isObject()) keys.addAll(node.propertyNames());
    node.forEach(each -> collect(keys, each));
  }
}
