package outturn.cli.evidence.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.cli.Shell;
import outturn.cli.evidence.reference.Comparison.Result;
import tools.jackson.databind.json.JsonMapper;

class VerifyCommandTest {
  @Test
  void everyValueThatIsComputedAgreesWithItsReference(@TempDir Path folder) {
    var result = new Shell().in(folder).run("evidence", "verify", "--reference", "none");

    assertThat(result.out())
        .contains("TOPIC", "REFERENCE", "OURS", "Not computed by this version")
        .containsPattern("survey\\.api +srs_fpc\\.mean +656\\.58 +656\\.58500 +1e-3 +rounded")
        .contains("Ours is off RE.p by 3.3e-06 (tolerance", "srs_fpc.mean by 0.0050 (tolerance")
        .contains("may not be copied: causalimpact (10)")
        .containsPattern("xmr\\.wheeler +mR_bar +355\\.93 +355\\.93333 +0\\.005 +agrees")
        .doesNotContain("differs");
    assertThat(result.code()).isZero();
  }

  @Test
  void theJsonHasARowForEveryReferenceValue(@TempDir Path folder) {
    var rows =
        new JsonMapper()
            .readTree(
                new Shell()
                    .in(folder)
                    .run("evidence", "verify", "--reference", "none", "--json")
                    .out());

    assertThat(rows.size()).isGreaterThanOrEqualTo(139);
    var first = rows.get(0);
    assertThat(first.propertyNames())
        .containsExactly("topic", "key", "reference", "ours", "tolerance", "result", "source");
    assertThat(first.get("result").asString()).isEqualTo("agrees");
  }

  @Test
  void withTheDataThatMayNotBeCopiedNoneDiffersEither() {
    var root = Path.of(System.getProperty("outturn.root", "..")).toAbsolutePath().normalize();
    var folder = root.resolveSibling("shared/data/evidence");
    assumeTrue(Files.isDirectory(folder), () -> "needs " + folder + ", which is not copied");

    var results =
        Comparison.all(Topic.ALL, new ReferenceData(folder)).stream()
            .collect(Collectors.groupingBy(Comparison::result, Collectors.counting()));

    assertThat(results)
        .containsOnlyKeys(Result.AGREES, Result.ROUNDED, Result.NOT_COMPUTED)
        .containsEntry(Result.AGREES, 108L)
        .containsEntry(Result.ROUNDED, 3L);
  }

  @Test
  void aFileOfTheFolderThatIsSomethingElseIsRefused(@TempDir Path folder) throws Exception {
    Files.createDirectory(folder.resolve("causalimpact"));
    Files.writeString(folder.resolve("causalimpact/r_reference_basic.json"), "{\"data\": 1}");

    var result = new Shell().in(folder).run("evidence", "verify", "--reference", ".");

    assertThat(result.code()).isOne();
    assertThat(result.err()).contains("r_reference_basic.json is not the file of that name");
  }

  @Test
  void aReferenceIsTheRoundingOfWhatIsHalfADigitAway() {
    var reference = new Reference("t", "k", "656.58", "1e-3", "s");

    assertThat(reference.isRoundingOf(656.585)).isTrue();
    assertThat(reference.isRoundingOf(656.5751)).isTrue();
    assertThat(reference.isRoundingOf(656.5851)).isFalse();
    assertThat(reference.isRoundingOf(Double.NaN)).isFalse();
  }

  @Test
  void everyTopicNamesReferenceValues() {
    var topics = ReferenceData.values().stream().map(Reference::topic).distinct().toList();

    assertThat(topics).containsAll(Topic.ALL.stream().map(Topic::name).toList());
  }

  @Test
  void dataThatMayNotBeCopiedAreReadFromTheFolderOrAreNotThere(@TempDir Path folder)
      throws Exception {
    var topic =
        new Topic(
            "prop99",
            data -> data.other("p.csv").map(text -> Map.of("did.att", Double.valueOf(text))));
    var data = new ReferenceData(folder);

    assertThat(result(topic, data)).isEqualTo(Result.NO_DATA);
    Files.writeString(folder.resolve("p.csv"), "-27.349111");
    assertThat(result(topic, data)).isEqualTo(Result.AGREES);
    Files.writeString(folder.resolve("p.csv"), "-27");
    assertThat(result(topic, data)).isEqualTo(Result.DIFFERS);
  }

  private static Result result(Topic topic, ReferenceData data) {
    return Comparison.all(List.of(topic), data).stream()
        .filter(each -> each.reference().key().equals("did.att"))
        .findFirst()
        .orElseThrow()
        .result();
  }

  @ParameterizedTest
  @CsvSource({
    "100, 0.5, 100.4, 100.6",
    "-100, 1e-3 rel, -100.09, -100.2",
    "2, 3% or 0.05, 2.059, 2.07",
    "0.5, 3% or 0.05, 0.549, 0.56",
    "1973(10), 1e-4 rel, 23685, 23686",
  })
  void aToleranceIsAbsoluteRelativeOrTheWiderOfBoth(
      String value, String tolerance, double near, double far) {
    var reference = new Reference("t", "k", value, tolerance, "s");

    assertThat(reference.agrees(near)).isTrue();
    assertThat(reference.agrees(far)).isFalse();
    assertThat(reference.agrees(Double.NaN)).isFalse();
  }
}
