package outturn.definition.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outturn.definition.expression.Templates;
import outturn.definition.project.Project;
import outturn.definition.project.Projects;

/// Channels, and who is told of what.
class NotifyTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String CHANNELS =
      """
      {kind: channel, name: room, slack: {url: "${secrets.room}"}}
      ---
      {kind: channel, name: desk, slack: {url: "https://hooks.example.org/T1?k=${secrets.k}"}}
      """;

  private static Project project(String main, String workflows) {
    return Projects.valid("outturn.yaml", main, "channels.yaml", CHANNELS, "w.yaml", workflows);
  }

  private static Notify told(Project project, String workflow) {
    return project.workflows().find(workflow).orElseThrow().told();
  }

  @Test
  void aWorkflowThatSaysNothingHasTheRulesOfItsProject() {
    var project =
        project(
            "kind: project\nname: p\nnotify: [{on: failed, channel: room}]",
            """
            {kind: workflow, name: plain, tasks: {a: {shell: x}}}
            ---
            {kind: workflow, name: own, tasks: {a: {shell: x}}, notify: [{on: missed, channel: desk}]}
            ---
            {kind: workflow, name: silent, tasks: {a: {shell: x}}, notify: []}
            ---
            kind: measure
            name: loans
            type: count
            better: higher
            cadence: weekly
            source: {workflow: {name: plain, value: success-rate}}
            """);
    assertThat(told(project, "plain").channels(Occasion.FAILED, "")).containsExactly("room");
    assertThat(told(project, "plain").source()).isEqualTo(Notify.Source.PROJECT);
    assertThat(told(project, "collect-loans").tells(Occasion.FAILED)).isTrue();
    assertThat(told(project, "own").tells(Occasion.FAILED)).isFalse();
    assertThat(told(project, "own").source()).isEqualTo(Notify.Source.WORKFLOW);
    assertThat(told(project, "own").channels(Occasion.MISSED, "")).containsExactly("desk");
    assertThat(told(project, "silent").isEmpty()).isTrue();
  }

  @Test
  void whatIsAtRiskIsToldByServicesAndNotByWorkflows() {
    var workflow =
        "{kind: workflow, name: w, tasks: {a: {shell: x}}, notify: [{on: at-risk, channel: room}]}";
    assertThat(Projects.problems("c.yaml", CHANNELS, "w.yaml", workflow))
        .contains("what is at risk is told by services, not by workflows", "say 'tell'");
  }

  @Test
  void aRuleMayBeAboutOneDeadline() {
    var project =
        project(
            "{kind: project, name: p}",
            """
            kind: workflow
            name: w
            tasks: {a: {shell: x}}
            deadlines: [{name: first, by: "06:30"}, {name: second, by: "07:30"}]
            notify:
              - {on: late, channel: room, deadline: first}
              - {on: [late, long], channel: desk, longerThan: 3h}
            """);
    var told = told(project, "w");
    assertThat(told.channels(Occasion.LATE, "first")).containsExactly("room", "desk");
    assertThat(told.channels(Occasion.LATE, "second")).containsExactly("desk");
    assertThat(told.rules().get(1).longerThan()).contains(Duration.ofHours(3));
  }

  @Test
  void channelsAreReadWithAllThatTheySay() {
    var reading =
        outturn.definition.project.ProjectReader.read(
            java.nio.file.Path.of("src/test/resources/full"));
    var channels = reading.project().orElseThrow().channels();
    var mail = channels.find("night-shift").orElseThrow();
    var target = (Target.Mail) mail.target();
    var server = (Target.Server) target.post();
    assertThat(server.host()).isEqualTo("smtp.example.org");
    assertThat(server.port()).isEqualTo(465);
    assertThat(server.tls()).isEqualTo(Target.Tls.TLS);
    assertThat(Templates.secretsOf(server.login().orElseThrow().password()))
        .containsExactly("smtp");
    assertThat(target.to()).containsExactly("night@example.org", "ops@example.org");
    assertThat(mail.manner().group()).isEqualTo(Duration.ofMinutes(2));
    assertThat(mail.manner().giveUp()).isEqualTo(Duration.ofDays(2));
    assertThat(mail.manner().escalation())
        .contains(new Channel.Escalation(Duration.ofMinutes(30), "managers"));
    var ticket = (Target.Ticket) channels.find("incidents").orElseThrow().target();
    assertThat(ticket.fields()).containsEntry("urgency", "2");
    assertThat(ticket.closed()).contains("6");
    assertThat(channels.find("managers").orElseThrow().manner().giveUp())
        .isEqualTo(Duration.ofDays(1));
  }

  @Test
  void aProjectsRuleNamesNoDeadline() {
    var main = "{kind: project, name: p, notify: [{on: late, channel: room, deadline: d}]}";
    assertThat(Projects.problems("outturn.yaml", main, "channels.yaml", CHANNELS))
        .startsWith("outturn.yaml:1:61: not-here: deadlines belong to workflows");
  }

  @Test
  void mailGoesToAServerOrIntoAFolder() {
    var folder =
        "{kind: channel, name: board, mail: {folder: board, from: a@example.org, to: b@example.org}}";
    var board = Projects.valid("board.yaml", folder).channels().find("board").orElseThrow();
    assertThat(((Target.Mail) board.target()).post()).isEqualTo(new Target.MailFolder("board"));

    assertThat(Projects.problems("board.yaml", folder.replace("folder: board,", "")))
        .contains("one-of: mail goes to a server or into a folder");
    assertThat(Projects.problems("board.yaml", folder.replace("from", "host: smtp, from")))
        .contains("one-of: mail goes to a server or into a folder");
    assertThat(Projects.problems("board.yaml", folder.replace("from", "port: 25, from")))
        .contains("not-here: a folder has no 'port'");
    assertThat(Projects.problems("board.yaml", folder.replace("folder: board", "folder: ../x")))
        .contains("../x");
  }

  @Test
  void anImpactStatementGoesByMailOnly() {
    assertThat(Projects.problems("board.yaml", OUTCOME.formatted("room"), "c.yaml", CHANNELS))
        .contains("not-mail: the channel 'room' is not one of mail");
    assertThat(Projects.problems("board.yaml", OUTCOME.formatted("rom"), "c.yaml", CHANNELS))
        .contains("unknown-channel: there is no channel 'rom'");
  }

  private static final String OUTCOME =
      """
      {kind: change, name: live, date: 2026-01-01, type: go-live}
      ---
      {kind: measure, name: waits, type: duration, unit: days, better: lower, cadence: monthly}
      ---
      kind: outcome
      name: shorter-waits
      owner: desk
      statement: {who: readers, what: wait less, soThat: they come again}
      measures: [{measure: waits}]
      analysis: {intervention: live, design: interrupted-time-series, mail: %s}
      """;

  private static Channel.Quiet quiet(String from, String to) {
    return new Channel.Quiet(LocalTime.parse(from), LocalTime.parse(to), LONDON, Set.of());
  }

  @Test
  void quietHoursMayGoOverMidnight() {
    var night = quiet("22:00", "06:30");
    assertThat(night.until(Instant.parse("2026-07-01T20:59:59Z"))).isEmpty();
    assertThat(night.until(Instant.parse("2026-07-01T21:00:00Z")))
        .contains(Instant.parse("2026-07-02T05:30:00Z"));
    assertThat(night.until(Instant.parse("2026-07-02T05:29:59Z")))
        .contains(Instant.parse("2026-07-02T05:30:00Z"));
    assertThat(night.until(Instant.parse("2026-07-02T05:30:00Z"))).isEmpty();
  }

  @Test
  void quietHoursMayBeWithinADay() {
    var noon = quiet("12:00", "13:00");
    assertThat(noon.until(Instant.parse("2026-01-01T11:59:00Z"))).isEmpty();
    assertThat(noon.until(Instant.parse("2026-01-01T12:30:00Z")))
        .contains(Instant.parse("2026-01-01T13:00:00Z"));
    assertThat(noon.until(Instant.parse("2026-01-01T13:00:00Z"))).isEmpty();
  }
}
