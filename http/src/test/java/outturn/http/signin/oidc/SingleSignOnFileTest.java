package outturn.http.signin.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.store.identity.Role;

class SingleSignOnFileTest {
  private static final String USUAL =
      """
      issuer: https://id.example.org/realms/work
      clientId: outturn
      publicUrl: https://outturn.example.org
      roles:
        /outturn-admins: admin
        staff: viewer
      """;

  @TempDir Path folder;

  private SingleSignOnFile.Read read(String text, String secret) throws IOException {
    return SingleSignOnFile.read(
        Files.writeString(folder.resolve("single-sign-on.yaml"), text), secret);
  }

  @Test
  void littleIsEnough() throws IOException {
    var settings = read(USUAL, "").settings().orElseThrow();
    assertThat(settings.scopes()).containsExactly("openid", "profile");
    assertThat(settings.claims())
        .isEqualTo(new SingleSignOn.Claims("preferred_username", "groups"));
    assertThat(settings.client().secret()).isEmpty();
    assertThat(settings.back())
        .isEqualTo(URI.create("https://outturn.example.org/login/oidc/return"));
    assertThat(settings.role(List.of("staff", "other", "/outturn-admins"))).contains(Role.ADMIN);
    assertThat(settings.role(List.of("outturn-admins"))).isEmpty();
  }

  @Test
  void theExampleOfTheDocumentationIsRight() throws IOException {
    var page =
        Files.readString(
            Path.of(System.getProperty("outturn.root", "..")).resolve("docs/security.md"));
    int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
    Files.writeString(folder.resolve("client-secret"), "sesame");
    var read = read(page.substring(begin, page.indexOf("```", begin)), "");
    assertThat(read.problems()).isEmpty();
    var settings = read.settings().orElseThrow();
    assertThat(settings.roles()).containsEntry("planners", Role.OPERATOR).hasSize(3);
    assertThat(settings.back()).hasToString("https://outturn.example.org/login/oidc/return");
    assertThat(page).contains(settings.back().toString());
  }

  @Test
  void theSecretIsInAFileBesideItOrComesFromOutsideAndIsNotPrinted() throws IOException {
    Files.writeString(folder.resolve("secret"), "from a file\n");
    var text = USUAL + "clientSecretFile: secret\n";
    var settings = read(text, "").settings().orElseThrow();
    assertThat(settings.client().secret()).contains("from a file");
    assertThat(settings.toString()).doesNotContain("from a file");
    assertThat(read(text, "from outside").settings().orElseThrow().client().secret())
        .contains("from outside");
    Files.delete(folder.resolve("secret"));
    assertThat(read(text, "").problems())
        .singleElement()
        .asString()
        .contains("clientSecretFile: cannot be read");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() throws IOException {
    var read =
        read(
            """
            issuer: http://id.example.org
            publicURL: x
            scopes: [profile]
            roles: {staff: boss}
            """,
            "");
    assertThat(read.settings()).isEmpty();
    assertThat(String.join("\n", read.problems()))
        .contains(
            "single-sign-on.yaml: unknown key 'publicURL'; did you mean 'publicUrl'?",
            "issuer is an address with https",
            "publicUrl is an address with https (http on this host only) and without a path",
            "clientId is needed",
            "scopes is a list with openid",
            "roles: staff: not a role: 'boss'");
    assertThat(read.problems()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "- a list", "a: [", "roles: {}"})
  void whatIsNoSettingsIsToldAndNotThrown(String text) throws IOException {
    var read = read(text, "");
    assertThat(read.settings()).isEmpty();
    assertThat(read.problems()).isNotEmpty();
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    assertThat(SingleSignOnFile.read(folder.resolve("none.yaml"), "").problems())
        .singleElement()
        .asString()
        .contains("none.yaml: cannot be read");
  }
}
