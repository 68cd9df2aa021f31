package outturn.cli.openslo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.Shell;
import outturn.cli.client.Json;
import outturn.definition.project.ProjectReader;
import outturn.definition.service.Service;

/// What goes out comes back the same, and what others wrote comes with what it lost.
class OpensloTest {
  private static final String PROJECT =
      """
      kind: project
      name: housing
      ---
      {kind: channel, name: board, slack: {url: "${secrets.board}"}}
      ---
      kind: workflow
      name: repairs-daily
      timezone: Europe/London
      tasks: {lists: {shell: make lists}}
      deadlines: [{name: lists-out, by: "06:30"}]
      ---
      {kind: measure, name: availability, type: proportion, unit: percent, better: higher, cadence: monthly}
      ---
      kind: outcome
      name: one-visit
      owner: head
      statement: {who: tenants, what: wait less, soThat: they lose no day}
      measures: [{measure: availability}]
      ---
      {kind: group, name: tenants, is: beneficiary}
      ---
      {kind: group, name: head, is: business}
      """;

  private static final String SERVICE =
      """
      kind: service
      name: repairs
      title: "Repairs: of homes"
      owner: head of repairs
      outputs:
        - name: visit-lists
          promise: "Lists are out by 06:30 - each day # at the latest"
          deadline: repairs-daily/lists-out
          target: 99.9%
          window: quarter
          serves:
            - outcome: one-visit
              because: contractors "plan" their day from it
              perHourLate: {currency: GBP, low: 100, likely: 250.5, high: 600}
        - {name: desk, promise: The desk answers, measure: availability, atLeast: 99.5, target: 95%, window: 12w}
        - {name: soon, promise: Lists come, deadline: repairs-daily/lists-out}
        - {name: quick, promise: And quickly, deadline: repairs-daily/lists-out, target: 0%, window: 90s}
        - {name: yearly, promise: All year, deadline: repairs-daily/lists-out, target: 100%, window: year}
      tell: {channel: board, above: {currency: GBP, amount: 100}}
      """;

  private static final String OTHERS =
      """
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: web.Availability, displayName: Web is there, labels: {team: web}, annotations: {cost: low}}
      spec:
        description: 99% of requests succeed
        service: Web Shop
        indicator:
          metadata: {name: good}
          spec:
            ratioMetric:
              counter: true
              good: {metricSource: {type: Prometheus, spec: {query: good}}}
              total: {metricSource: {type: Prometheus, spec: {query: total}}}
        timeWindow: [{duration: 1w, isRolling: false, calendar: {startTime: "2020-01-01 00:00:00", timeZone: UTC}}]
        budgetingMethod: Timeslices
        objectives: [{displayName: Good, target: 0.98}, {displayName: Fair, target: 0.999}]
        alertPolicies: [page]
      ---
      apiVersion: openslo/v1
      kind: AlertPolicy
      metadata: {name: page}
      spec: {}
      ---
      apiVersion: openslo/v2
      kind: SLO
      metadata: {name: later}
      """;

  private @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void write() throws IOException {
    shell = new Shell().in(folder);
    Files.createDirectories(folder.resolve("housing"));
    Files.writeString(folder.resolve("housing/outturn.yaml"), PROJECT);
    Files.writeString(folder.resolve("housing/service.yaml"), SERVICE);
    Files.writeString(folder.resolve("others.yaml"), OTHERS);
  }

  private Service service() {
    var reading = ProjectReader.read(folder.resolve("housing"));
    assertThat(reading.problems()).isEmpty();
    return reading.project().orElseThrow().services().find("repairs").orElseThrow();
  }

  @Test
  void whatGoesOutComesBackTheSame() throws IOException {
    var before = service();
    var out = shell.run("service", "export", "repairs", "housing", "--openslo");
    assertThat(out.code()).isZero();
    Files.writeString(folder.resolve("slos.yaml"), out.out());
    Files.delete(folder.resolve("housing/service.yaml"));

    var in = shell.run("import", "openslo", "slos.yaml", "--into", "housing/service.yaml");

    assertThat(in.err()).isEmpty();
    assertThat(in.code()).isZero();
    assertThat(in.out()).contains("translated").doesNotContain("approximated");
    assertThat(service()).isEqualTo(before);
  }

  @Test
  void theExportIsOpenslo() {
    var out = shell.run("service", "export", "repairs", "housing", "--openslo").out();
    assertThat(out)
        .startsWith("apiVersion: openslo/v1\nkind: Service\nmetadata:\n  name: repairs\n")
        .contains(
            """
              timeWindow:
                - duration: "1Q"
                  isRolling: false
                  calendar:
                    startTime: "2020-01-01 00:00:00"
                    timeZone: Europe/London
              budgetingMethod: Occurrences
            """)
        .contains("target: 0.999\n", "op: gte\n", "value: 99.5\n", "target: 0\n", "target: 1\n");
  }

  @Test
  void anOutputThatNamesNothingIsLeftOutAndSaid() throws IOException {
    Files.writeString(
        folder.resolve("housing/service.yaml"),
        "{kind: service, name: repairs, outputs: [{name: hope, promise: All are glad}]}");
    var out = shell.run("service", "export", "repairs", "housing", "--openslo");
    assertThat(out.err()).contains("output hope is left out");
    assertThat(out.out()).doesNotContain("SLO\n");
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertThat(shell.run("service", "export", "repair", "housing", "--openslo").err())
        .contains("housing has no service 'repair'", "did you mean 'repairs'?");
    assertThat(shell.run("service", "export", "repairs", "housing").code()).isEqualTo(2);
    assertThat(shell.run("import", "openslo", "nowhere.yaml").err())
        .contains("there is no file nowhere.yaml");
    assertThat(
            shell.run("import", "openslo", "others.yaml", "--into", "housing/service.yaml").err())
        .contains("is there already");
  }

  @Test
  void othersDocumentsComeWithWhatTheyLost() {
    var result = shell.run("import", "openslo", "others.yaml");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .isEqualTo(
            """
            kind: service
            name: web-shop
            outputs:
              - name: web-availability
                promise: "99% of requests succeed"
                target: "98%"
                window: "1w"
            """);
    assertThat(result.err())
        .contains(
            "named 'web-availability' here, it was 'web.Availability'",
            "how it is kept is not translated (ratioMetric of Prometheus)",
            "of 2 objectives the first is taken",
            "the calendar window 1w became a rolling one",
            "budgetingMethod Timeslices",
            "its alert policies are left out",
            "its labels are left out",
            "its annotations cost are left out",
            "line 19: has no place here: who is told is said by tell",
            "line 24: expected apiVersion: openslo/v1");
  }

  @Test
  void theReportIsJsonToo() {
    var json =
        Json.read(shell.run("import", "openslo", "others.yaml", "--json").out()).orElseThrow();
    assertThat(json.path("documents").findValuesAsString("outcome"))
        .containsExactly("approximated", "refused", "refused");
    assertThat(json.path("yaml").asString()).startsWith("kind: service\n");
  }

  @Test
  void anIndicatorMayStandInADocumentOfItsOwn() throws IOException {
    Files.writeString(
        folder.resolve("slis.yaml"),
        """
        apiVersion: openslo/v1
        kind: SLI
        metadata: {name: lists}
        spec:
          ratioMetric:
            good: {metricSource: {type: outturn, spec: {workflow: repairs-daily, deadline: lists-out}}}
        ---
        apiVersion: openslo/v1
        kind: SLO
        metadata: {name: lists}
        spec:
          service: repairs
          indicatorRef: lists
          timeWindow: [{duration: 1M, isRolling: true}]
          budgetingMethod: Occurrences
          objectives: [{target: 0.9}]
        """);
    var result = shell.run("import", "openslo", "slis.yaml");
    assertThat(result.out()).contains("deadline: repairs-daily/lists-out\n", "window: \"30d\"\n");
    assertThat(result.err()).contains("the time window 1M became 30d");
  }
}
