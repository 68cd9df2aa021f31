package outturn.definition.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.definition.project.Project;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;
import outturn.definition.project.ProjectReading;

class SurveySourceTest {
  private static final String PROJECT =
      """
      kind: project
      name: office
      ---
      {kind: channel, name: post, mail: {host: localhost, from: ask@example.org, to: ask@example.org}}
      ---
      kind: group
      name: clerks
      is: business
      members: [ann@example.org, bo@example.org]
      ---
      kind: survey
      name: pulse
      title: How is IT for you?
      purpose: It tells us what to mend.
      population: {group: clerks}
      items:
        - instrument: gauge
        - instrument: happiness
        - {name: reason, type: choice, ask: What held you up?, choices: {people: People, tools: Tools}}
      channel: post
      address: https://outturn.example.org
      ---
      kind: survey
      name: suite
      title: The suite
      purpose: It tells us what to mend.
      population: {group: clerks}
      items:
        - instrument: umux-lite
        - {name: speed, type: scale-7, ask: How fast is it?}
        - {name: comment, type: text, ask: What should change?}
      channel: post
      address: https://outturn.example.org
      ---
      kind: measure
      name: m
      better: higher
      cadence: quarterly
      """;

  private static ProjectReading read(String measure) {
    var text = PROJECT + measure + "\n";
    return ProjectReader.read(new ProjectFiles(Map.of("outturn.yaml", text.getBytes(UTF_8))));
  }

  private static String source(String type, String item) {
    return source(type, "pulse", item);
  }

  private static String source(String type, String survey, String item) {
    return "type: %s\nsource: {survey: %s, item: %s}".formatted(type, survey, item);
  }

  private static List<String> problems(String measure) {
    return read(measure).problems().stream()
        .map(problem -> problem.toString().replaceFirst("outturn.yaml:", ""))
        .toList();
  }

  @Test
  void aMeasureIsOfAnItemAndNoWorkflowCollectsIt() {
    Project project = read(source("proportion", "g1")).project().orElseThrow();
    assertThat(project.measures().find("m").orElseThrow().source())
        .contains(new Measure.Source.OfSurvey("pulse", "g1"));
    assertThat(project.workflows().names()).isEmpty();
  }

  @Test
  void itsTypeIsWhatTheItemGives() {
    assertThat(problems(source("nps", "happiness"))).isEmpty();
    assertThat(problems(source("score", "suite", "umux-lite"))).isEmpty();
    assertThat(problems(source("mean", "suite", "speed"))).isEmpty();
    assertThat(problems(source("duration", "lost-time") + "\nunit: minutes")).isEmpty();
    assertThat(problems(source("duration", "lost-time") + "\nunit: hours"))
        .containsExactly(
            "35:1: unit-mismatch: the measure 'm' is in hours, and the item 'lost-time' gives minutes (write unit: minutes)");
    assertThat(problems(source("score", "g1")))
        .containsExactly(
            "35:1: type-mismatch: the measure 'm' is of type score, and the item 'g1' gives a share of people (write type: proportion)");
    assertThat(problems(source("proportion", "reason")))
        .containsExactly(
            "35:1: no-number: the measure 'm' is of the item 'reason', which gives no single number (name an item with a scale, minutes, or an instrument)");
  }

  @Test
  void surveyAndItemAreKnownAndStandTogether() {
    assertThat(problems("type: score\nsource: {survey: puls, item: g1}"))
        .containsExactly(
            "40:18: unknown-survey: there is no survey 'puls' (did you mean 'pulse'?)",
            "40:30: unknown-item: there is no item 'puls/g1' (did you mean 'pulse/g1'?)");
    assertThat(problems(source("score", "suite", "umux-lite-1")))
        .singleElement()
        .asString()
        .contains("there is no item 'suite/umux-lite-1'");
    assertThat(problems("type: score\nsource: {survey: pulse}"))
        .containsExactly(
            "40:18: missing-key: a source of a survey needs the keys 'survey' and 'item' (write source: {survey: it-pulse, item: g1})");
    assertThat(problems("type: score\nsource: {item: g1}"))
        .singleElement()
        .asString()
        .contains("40:16: missing-key");
    assertThat(problems("type: score\nsource: {survey: pulse, item: g1, csv: {file: a.csv}}"))
        .anyMatch(problem -> problem.contains("one-of"));
  }

  @Test
  void theLeastNumberOfAnswersIsAQualityRuleOfEveryType() {
    assertThat(problems(source("nps", "happiness") + "\nquality: {minimum: 20}")).isEmpty();
    assertThat(problems(source("nps", "happiness") + "\nquality: {minimum: 0}"))
        .singleElement()
        .asString()
        .contains("not-positive");
  }
}
