package outturn.server.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import outturn.definition.project.Kind;
import outturn.definition.project.ProjectReader;
import outturn.definition.project.ProjectSchema;

class LanguagePageTest {
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

  private static final Pattern KEY = Pattern.compile("\"([a-z][a-zA-Z]*)\" : \\{");
  private static final Pattern WORDS = Pattern.compile("\"enum\" : \\[([^\\]]*)]");

  @Test
  void everyExampleIsReadAsPartOfOneProject() {
    var reading = ProjectReader.read(LanguagePage.project());
    assertThat(Examples.told(reading)).isEmpty();
    assertThat(LanguagePage.documents()).hasSizeGreaterThan(15);
  }

  @Test
  void everyKindHasAnExample() {
    var all = String.join("\n", LanguagePage.documents());
    assertThat(Arrays.stream(Kind.values()).map(Kind::word))
        .allSatisfy(kind -> assertThat(all).containsPattern("kind: " + kind + "\\b"));
  }

  @Test
  void everyKeyAndEveryWordOfTheSchemaIsOnThePage() {
    var schema = ProjectSchema.json();
    var wanted = new TreeSet<String>();
    KEY.matcher(schema).results().forEach(key -> wanted.add(key.group(1)));
    WORDS
        .matcher(schema)
        .results()
        .flatMap(words -> Arrays.stream(words.group(1).split(",", -1)))
        .forEach(word -> wanted.add(word.replace("\"", "").strip()));
    wanted.removeAll(
        List.of("properties", "items", "if", "then", "additionalProperties", "propertyNames"));
    assertThat(wanted).contains("whenRunning", "perHourLate", "synthetic-control", "maxDelay");
    var told = new TreeSet<String>();
    CODE.matcher(LanguagePage.TEXT)
        .results()
        .forEach(code -> told.addAll(Arrays.asList(code.group(1).split("[ ,:{}\\[\\]]+", -1))));
    assertThat(told).containsAll(wanted);
  }
}
