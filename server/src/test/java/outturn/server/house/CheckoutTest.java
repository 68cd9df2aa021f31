package outturn.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckoutTest {
  /// Hosts of package registries, in two parts so that this file does not name one.
  private static final List<String> REGISTRIES =
      List.of(
          host("repo", "maven"),
          host("repo1", "maven"),
          host("central", "sonatype"),
          host("oss", "sonatype"),
          host("registry", "npmjs"),
          host("registry", "yarnpkg"),
          host("files", "pythonhosted"),
          host("deb", "debian"),
          host("archive", "ubuntu"));

  private static final Pattern MIGRATION = Pattern.compile("V(\\d{3})__[a-z][a-z0-9_]*\\.sql");

  @Test
  void noFileNamesARegistry() {
    assertThat(House.files())
        .allSatisfy(file -> assertThat(bytesAsText(file)).doesNotContain(REGISTRIES));
  }

  @Test
  void migrationsAreNumberedWithoutGapsAndNamedInLowerCase() {
    var names =
        House.files().stream()
            .filter(file -> file.toString().contains("/src/main/resources/"))
            .filter(file -> file.toString().endsWith(".sql"))
            .map(file -> file.getFileName().toString())
            .sorted()
            .toList();

    assertThat(names).allMatch(name -> MIGRATION.matcher(name).matches(), "V001__what_it_adds.sql");
    assertThat(names.stream().map(name -> Integer.parseInt(name.substring(1, 4))))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, names.size()).boxed().toList());
  }

  @Test
  void theGateRunsTheTestCommandOfTheReadme() {
    var command = "./outturn test";

    assertThat(House.text(House.ROOT.resolve(".ci/run"))).endsWith("exec " + command + "\n");
    assertThat(House.text(House.ROOT.resolve("README.md"))).contains(command);
  }

  @Test
  void theCommandsOfTheRootAreExecutable() {
    assertThat(House.ROOT.resolve("outturn")).isExecutable();
    assertThat(House.ROOT.resolve(".ci/run")).isExecutable();
  }

  private static String host(String first, String second) {
    return first + "." + second;
  }

  private static String bytesAsText(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }
}
