package outturn.runtime.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.runtime.AppliedProject;
import outturn.runtime.project.InForce;
import outturn.store.folder.PrivateFile;
import outturn.store.project.ProjectReader;
import outturn.store.secret.Seal;
import outturn.store.secret.SecretsKey;
import outturn.store.survey.Answers;
import outturn.store.survey.WaveState;
import outturn.store.survey.Waves;

/// Waves that open on their days, on a clock that the test sets.
class WaveDaysTest {
  private static final String TEXT =
      """
      {kind: project, name: asking}
      ---
      {kind: channel, name: post, mail: {host: localhost, port: 25, tls: none, from: a@example.org, to: a@example.org}}
      ---
      {kind: group, name: desk, is: business, members: [a@x.org, b@x.org, c@x.org, d@x.org, e@x.org, f@x.org]}
      ---
      kind: survey
      name: pulse
      title: How is IT?
      purpose: It tells us what to mend.
      population: {group: desk}
      items: [{instrument: gauge}]
      cadence: quarterly
      from: 2026-09-01
      channel: post
      address: https://outturn.example.org
      """;

  private static final String OTHER =
      """
      ---
      kind: survey
      name: suite
      title: How is the suite?
      purpose: It tells us what to mend.
      population: {group: desk}
      items: [{instrument: umux-lite}]
      cadence: yearly
      from: 2026-09-10
      channel: post
      address: https://outturn.example.org
      """;

  @TempDir private static Path folder;
  private final AppliedProject server = new AppliedProject(Instant.parse("2026-08-30T10:00:00Z"));
  private Surveys surveys = made();

  @BeforeEach
  void apply() {
    server.apply(0, Map.of("outturn.yaml", TEXT + OTHER));
    surveys = made();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /// A server that was started just now.
  private Surveys made() {
    var projects = new ProjectReader(server.jdbi);
    var seal = new Seal(SecretsKey.in(new PrivateFile(folder.resolve("seal.key"))));
    return new Surveys(
        new SurveysInForce(projects, server.versions),
        new Waves(server.jdbi),
        new Answers(server.jdbi, seal),
        new SurveyMeasures(new InForce(projects, server.versions, server.clock), _ -> {}),
        () -> 7,
        server.clock);
  }

  private List<WaveState> stepAt(String at) {
    goTo(at);
    surveys.step();
    return surveys.find("pulse").orElseThrow().waves();
  }

  private void goTo(String at) {
    server.clock.pass(Duration.between(server.clock.instant(), Instant.parse(at)));
  }

  private WaveDays.Coming coming(String survey) {
    return surveys.coming(surveys.find(survey).orElseThrow()).orElseThrow();
  }

  @Test
  void aWaveOpensInTheMorningOfItsDayAndOnlyOnce() {
    assertThat(stepAt("2026-08-31T12:00:00Z")).isEmpty();
    assertThat(coming("pulse").next()).isEqualTo(LocalDate.of(2026, 9, 1));
    assertThat(stepAt("2026-09-01T07:59:59Z")).isEmpty();
    assertThat(coming("pulse").next()).isEqualTo(LocalDate.of(2026, 9, 1));

    var waves = stepAt("2026-09-01T08:00:00Z");
    assertThat(waves).hasSize(1);
    assertThat(waves.getFirst().wave().span().openedBy()).isEqualTo("server");
    assertThat(waves.getFirst().wave().invited()).isEqualTo(6);
    assertThat(coming("pulse").next()).isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(coming("pulse").missed()).isEmpty();
    assertThat(stepAt("2026-09-01T08:00:10Z")).hasSize(1);
    surveys = made();
    assertThat(stepAt("2026-09-03T08:00:00Z")).hasSize(1);
    assertThat(stepAt("2026-09-16T08:00:00Z").getFirst().isOpen()).isFalse();
    assertThat(stepAt("2026-12-01T08:00:00Z")).hasSize(2);
  }

  @Test
  void daysOnWhichTheServerWasOffAreMissedAndNotDoubled() {
    assertThat(stepAt("2026-12-20T08:00:00Z")).isEmpty();
    assertThat(coming("pulse").missed())
        .contains("no wave was opened on 2026-12-01, nor in the week after it");
    assertThat(coming("pulse").next()).isEqualTo(LocalDate.of(2027, 3, 1));
    assertThat(stepAt("2027-03-04T08:00:00Z")).hasSize(1);
    assertThat(coming("pulse").missed()).isEmpty();
  }

  @Test
  void theCapsHoldAndWhatTheyPreventIsSaid() {
    stepAt("2026-09-01T08:00:00Z");
    stepAt("2026-09-10T08:00:00Z");

    assertThat(surveys.find("suite").orElseThrow().waves()).isEmpty();
    assertThat(coming("suite").missed().orElseThrow())
        .startsWith("no wave was opened on 2026-09-10: 0 people of the population may be asked now")
        .endsWith("; it is tried until 2026-09-17");
    stepAt("2026-10-05T08:00:00Z");
    assertThat(surveys.find("suite").orElseThrow().waves()).isEmpty();
    assertThat(coming("suite").missed().orElseThrow()).endsWith("nor in the week after it");
  }

  @Test
  void aWaveThatSomebodyOpenedOnTheDayIsThatOfTheDay() {
    goTo("2026-09-01T06:00:00Z");
    surveys.send("pulse", "ann");

    var waves = stepAt("2026-09-01T09:00:00Z");
    assertThat(waves).hasSize(1);
    assertThat(waves.getFirst().wave().span().openedBy()).isEqualTo("ann");
    assertThat(coming("pulse").missed()).isEmpty();
  }
}
