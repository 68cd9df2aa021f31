package outturn.cli.evidence.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.Shell;
import outturn.outcome.datapackage.PackageFiles;
import outturn.outcome.terms.Sha256;

/// On a package that a server made of evidence it had kept.
class PackageCommandTest {
  private static final String OBSERVATIONS = "observations/minutes-searching.csv";

  @TempDir Path folder;

  private static PackageFiles whole() throws IOException {
    try (var zip = PackageCommandTest.class.getResourceAsStream("documents-found.zip")) {
      return PackageFiles.ofZip(Optional.ofNullable(zip).orElseThrow().readAllBytes());
    }
  }

  private Shell.Result check(PackageFiles files) throws IOException {
    Files.write(folder.resolve("p.zip"), files.zip());
    return new Shell().in(folder).run("evidence", "package", "p.zip");
  }

  private static PackageFiles with(Map<String, String> changed) throws IOException {
    var texts = new HashMap<>(whole().texts());
    texts.putAll(changed);
    return new PackageFiles(texts);
  }

  /// As somebody would who knows of hashes.
  private static PackageFiles forged(String path, String from, String to) throws IOException {
    var before = whole().text(path);
    var after = before.replaceFirst(from, to);
    assertThat(after).isNotEqualTo(before);
    var manifest = whole().text("manifest.json").replace(entry(path, before), entry(path, after));
    return with(Map.of(path, after, "manifest.json", manifest));
  }

  private static String entry(String path, String text) {
    return "\"%s\":\"%s\"".formatted(path, Sha256.of(text));
  }

  @Test
  void theDataGiveTheSameAgain() throws IOException {
    var result = check(whole());
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("estimate: same (", "lower: same", "placebo in time: same")
        .contains("kept evidence: same (version 1)", "seed: same (1)")
        .doesNotContain("DIFFERS");
  }

  @Test
  void aNumberThatWasChangedIsFoundByItsHash() throws IOException {
    var table = whole().text(OBSERVATIONS);
    int at = table.indexOf("\r\n") + 2;
    var line = table.substring(at, table.indexOf("\r\n", at));
    var changed = line.replaceFirst(",,([0-9])", ",,9$1");
    assertThat(changed).isNotEqualTo(line);
    var result = check(with(Map.of(OBSERVATIONS, table.replace(line, changed))));
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("files: DIFFERS", OBSERVATIONS, "it was changed");
  }

  @Test
  void aFindingThatWasChangedWithItsHashIsFoundByTheAnalysis() throws IOException {
    var result = check(forged("finding.json", "\"estimate\":-[0-9.]+", "\"estimate\":-99.5"));
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .contains("files: same", "estimate: DIFFERS", "the package says -99.5", "1 of ");
  }

  @Test
  void evidenceThatIsNotWhatWasSignedIsFound() throws IOException {
    var result = check(forged("evidence/evidence.json", "\"n\":", "\"N\":"));
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("hash of the kept evidence: DIFFERS");
  }

  @Test
  void filesThatNobodyNamedAreToldAndSoAreThoseThatAreGone() throws IOException {
    assertThat(check(with(Map.of("more.txt", "x"))).out())
        .contains("more.txt: the manifest does not name it");
    var texts = new HashMap<>(whole().texts());
    texts.remove("README.txt");
    assertThat(check(new PackageFiles(texts)).out()).contains("README.txt: the manifest names it");
    texts.remove(OBSERVATIONS);
    var result = check(new PackageFiles(texts));
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains(OBSERVATIONS + ": there is no such file in it");
  }

  @Test
  void whatIsNoPackageIsRefusedWithItsPlace() throws IOException {
    Files.writeString(folder.resolve("p.zip"), "no zip");
    var shell = new Shell().in(folder);
    assertThat(shell.run("evidence", "package", "p.zip").err()).contains("it is no zip");
    assertThat(shell.run("evidence", "package", "q.zip").err()).contains("no such file");
    assertThat(
            check(forged("study.json", "\"cadence\":\"weekly\"", "\"cadence\":\"hourly\"")).err())
        .contains("rhythm.cadence: expected one of [daily, weekly", "found hourly");
    assertThat(check(forged("study.json", "\"seed\":1", "\"seed\":\"1\"")).err())
        .contains("study.when.seed: expected a number");
  }
}
