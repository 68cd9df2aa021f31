package outturn.definition.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.definition.measure.GraphSource.Figure;
import outturn.definition.measure.GraphSource.OfDays;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;
import outturn.definition.project.ProjectReading;

class GraphSourceTest {
  private static final String WHO =
      "tenant: contoso.example, client: an-application, secret: '${secrets.microsoft_365}'";
  private static final String CHATS =
      "value: {report: getTeamsUserActivityCounts, columns: Private Chat Messages}";

  private static ProjectReading read(String graph) {
    var text =
        """
        kind: project
        name: office
        ---
        kind: measure
        name: m
        type: count
        better: higher
        cadence: weekly
        lag: 3d
        source:
          graph: {%s}
        """
            .formatted(graph);
    return ProjectReader.read(new ProjectFiles(Map.of("outturn.yaml", text.getBytes(UTF_8))));
  }

  private static GraphSource source(String graph) {
    var reading = read(graph);
    assertThat(reading.problems()).isEmpty();
    var measure = reading.project().orElseThrow().measures().find("m").orElseThrow();
    return ((Measure.Source.Graph) measure.source().orElseThrow()).asked();
  }

  private static List<String> codes(String graph) {
    return read(graph).problems().stream().map(problem -> problem.code()).toList();
  }

  @Test
  void aReportIsNamedWithItsColumns() {
    var source = source(WHO + ", " + CHATS);

    assertThat(source.access().tenant()).isEqualTo("contoso.example");
    assertThat(source.access().login()).isEqualTo("https://login.microsoftonline.com");
    assertThat(source.access().service()).isEqualTo("https://graph.microsoft.com");
    assertThat(source.above())
        .containsExactly(
            new Figure("getTeamsUserActivityCounts", List.of("Private Chat Messages")));
    assertThat(source.isFraction()).isFalse();
    assertThat(source.ofDays()).isEqualTo(OfDays.SUM);
  }

  @Test
  void aFractionHasReportsAboveAndBelowOrEligiblePeople() {
    var shared =
        source(
            WHO
                + """
                , numerator: [{report: getOneDriveActivityFileCounts, columns: [Shared Internally, Shared Externally]}]
                , denominator: {report: getEmailActivityCounts, columns: Send}\
                """);
    assertThat(shared.isFraction()).isTrue();
    assertThat(shared.below()).hasSize(1);

    var users =
        source(
            WHO
                + ", numerator: {report: getTeamsUserActivityUserDetail, columns: Meeting Count}, eligible: 400, days: mean");
    assertThat(users.eligible()).contains(400.0);
    assertThat(users.above().getFirst().isOfUsers()).isTrue();
    assertThat(users.ofDays()).isEqualTo(OfDays.MEAN);
  }

  @Test
  void whatIsWrongIsTold() {
    assertThat(codes(WHO)).containsExactly("one-of");
    assertThat(
            codes(
                WHO + ", " + CHATS + ", " + CHATS.replace("value", "numerator") + ", eligible: 4"))
        .contains("one-of");
    assertThat(codes(WHO + ", " + CHATS.replace("value", "numerator"))).containsExactly("one-of");
    assertThat(codes(WHO + ", " + CHATS + ", eligible: 400")).containsExactly("one-of");
    assertThat(codes(WHO + ", " + CHATS.replace("value", "numerator") + ", eligible: 0"))
        .containsExactly("out-of-range");
    assertThat(codes(WHO.replace("${secrets.microsoft_365}", "s3cret") + ", " + CHATS))
        .containsExactly("password-in-file");
    assertThat(codes(WHO + ", " + CHATS + ", login: 'http://login.example'"))
        .containsExactly("bad-url");
    assertThat(codes(WHO + ", " + CHATS + ", service: 'https://graph.example/v1.0'"))
        .containsExactly("bad-url");
    assertThat(codes(WHO + ", value: {report: getTeamsUserActivityCounts, columns: []}"))
        .containsExactly("empty");
  }

  @Test
  void aMisspeltReportIsToldWithTheOneThatWasMeant() {
    assertThat(read(WHO + ", value: {report: getEmailActivityCount, columns: Send}").problems())
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.toString()).contains("did you mean 'getEmailActivityCounts'?"));
  }
}
