package outturn.definition.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.definition.jsonpath.JsonPath;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;
import outturn.definition.project.ProjectReading;

class HttpSourceTest {
  private static ProjectReading read(String http) {
    var text =
        """
        kind: project
        name: figures
        ---
        kind: measure
        name: m
        type: count
        better: higher
        cadence: weekly
        source:
          http: %s
        """
            .formatted(http);
    return ProjectReader.read(new ProjectFiles(Map.of("outturn.yaml", text.getBytes(UTF_8))));
  }

  private static List<String> codes(String http) {
    return read(http).problems().stream().map(problem -> problem.code()).toList();
  }

  @Test
  void aWebServiceIsNamedWithItsPaths() {
    var reading =
        read(
            "{url: 'https://a.example/x', json: '$.rows[*]', columns: {period: $.day}, headers: {A: '${secrets.s}'}}");

    assertThat(reading.problems()).isEmpty();
    var source = reading.project().orElseThrow().measures().find("m").orElseThrow().source();
    assertThat(source)
        .containsInstanceOf(Measure.Source.Http.class)
        .get()
        .satisfies(found -> {
          var http = (Measure.Source.Http) found;
          assertThat(http.url()).isEqualTo("https://a.example/x");
          assertThat(http.rows()).isEqualTo(JsonPath.parse("$.rows[*]"));
          assertThat(http.columns()).isEqualTo(Map.of("period", JsonPath.parse("$.day")));
          assertThat(http.headers()).containsOnlyKeys("A");
        });
  }

  @Test
  void whatIsWrongIsTold() {
    assertThat(codes("{url: 'ftp://a/x', json: $}")).containsExactly("bad-url");
    assertThat(codes("{url: 'https://a/${secrets.s}', json: $}")).containsExactly("bad-url");
    assertThat(codes("{url: 'https://a/x', json: '$..rows'}")).containsExactly("bad-path");
    assertThat(codes("{url: 'https://a/x', json: $, columns: {period: day}}"))
        .containsExactly("bad-path");
    assertThat(codes("{url: 'https://a/x', json: $, columns: {valu: $.v}}"))
        .containsExactly("unknown-column");
    assertThat(codes("{url: 'https://a/x'}")).containsExactly("missing-key");
  }
}
