package outturn.store.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;
import outturn.store.folder.CannotStart;
import outturn.store.folder.PrivateFile;

class SecretsTest {
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Jdbi JDBI = DATABASE.database().jdbi(Lane.API);
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  @TempDir Path folder;
  private Secrets secrets;

  @BeforeEach
  void openKey() {
    secrets = with("secrets.key");
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private Secrets with(String keyFile) {
    return new Secrets(
        JDBI, SecretsKey.in(new PrivateFile(folder.resolve(keyFile))), InstantSource.fixed(NOW));
  }

  @Test
  void aSecretIsReadWithTheSameKeyAfterARestart() {
    secrets.set("housing-db", "pässword", "ada");

    assertThat(with("secrets.key").get("housing-db")).contains("pässword");
    assertThat(secrets.get("never-set")).isEmpty();
  }

  @Test
  void settingAgainReplacesAndRemovingRemoves() {
    secrets.set("key", "one", "ada");
    secrets.set("key", "two", "bob");

    assertThat(secrets.get("key")).contains("two");
    assertThat(secrets.list()).contains(new StoredSecret("key", "bob", NOW));
    assertThat(secrets.remove("key", "ada")).isTrue();
    assertThat(secrets.remove("key", "ada")).isFalse();
    assertThat(secrets.get("key")).isEmpty();
  }

  @Test
  void anotherKeyIsToldClearly() {
    secrets.set("api", "value", "ada");

    assertThatThrownBy(() -> with("other.key").get("api"))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("was encrypted with key")
        .hasMessageContaining("put the right secrets.key back");
  }

  @Test
  void exchangedSecretsAreNoticed() {
    secrets.set("mine", "a", "ada");
    secrets.set("yours", "b", "ada");

    JDBI.useHandle(h ->
        h.execute(
            """
            update secret set nonce = o.nonce, ciphertext = o.ciphertext from secret o
            where secret.name = 'mine' and o.name = 'yours'
            """));

    assertThatThrownBy(() -> secrets.get("mine")).hasMessageContaining("changed in the database");
  }

  @Test
  void theDatabaseHasNeitherValueNorKey() {
    secrets.set("hidden", "in-plain-sight", "ada");

    var rows =
        JDBI.withHandle(h ->
            h.createQuery("select ciphertext from secret where name = 'hidden'")
                .mapTo(byte[].class)
                .list());
    assertThat(rows).hasSize(1);
    assertThat(new String(rows.getFirst(), ISO_8859_1)).doesNotContain("in-plain-sight");
  }

  @Test
  void aBrokenKeyFileIsRefused() throws Exception {
    Files.writeString(folder.resolve("broken.key"), "not hexadecimal\n");
    Files.writeString(folder.resolve("short.key"), "00ff\n");

    for (var file : new String[] {"broken.key", "short.key"}) {
      assertThatThrownBy(() -> with(file))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("expected 64 hexadecimal digits");
    }
  }

  @Test
  void aNameThatExpressionsCannotWriteIsRefused() {
    assertThatThrownBy(() -> secrets.set("My Key", "x", "ada"))
        .hasMessageContaining("not a name of a secret: 'My Key'");
  }
}
