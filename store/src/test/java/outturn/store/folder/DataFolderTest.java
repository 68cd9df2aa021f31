package outturn.store.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path place;

  @Test
  void aNewFolderIsPrivateAndHasItsPlaces() throws IOException {
    try (var folder = DataFolder.open(place.resolve("new/data"))) {
      assertThat(permissions(folder.path())).isEqualTo("rwx------");
      assertThat(folder.files()).isDirectory();
      assertThat(folder.scratch()).isDirectory();
      assertThat(folder.logs()).isDirectory();
      assertThat(permissions(folder.postgres())).isEqualTo("rwx------");
    }
  }

  @Test
  void theNodeKeepsItsId() {
    String first;
    try (var folder = DataFolder.open(place)) {
      first = folder.nodeId();
    }
    try (var folder = DataFolder.open(place)) {
      assertThat(folder.nodeId()).isEqualTo(first);
    }
  }

  @Test
  void aSecondServerIsRefusedByNameOfTheFirst() {
    try (var folder = DataFolder.open(place)) {
      assertThatThrownBy(() -> DataFolder.open(place))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining(folder.path().toString())
          .hasMessageContaining("process id " + ProcessHandle.current().pid());
    }
    DataFolder.open(place).close();
  }

  @Test
  void aFileIsRefused() throws IOException {
    var file = Files.writeString(place.resolve("file"), "x");

    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(CannotStart.class)
        .hasMessage("%s is not a folder: choose another data folder", file);
  }

  @Test
  void theFolderOfSomethingElseIsRefusedAndLeftAlone() throws IOException {
    Files.writeString(place.resolve("thesis.tex"), "x");

    assertThatThrownBy(() -> DataFolder.open(place))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("not empty and not a data folder of Outturn");
    assertThat(place.toFile().list()).containsExactly("thesis.tex");
  }

  @Test
  void aFolderWithTheKeyOfAnotherServerIsTaken() throws IOException {
    Files.writeString(place.resolve("secrets.key"), "a key");

    try (var _ = DataFolder.open(place)) {
      assertThat(place.resolve("secrets.key")).hasContent("a key");
      assertThat(place.resolve("node-id")).exists();
    }
  }

  @Test
  void anUnwritableFolderIsRefused() throws IOException {
    assumeFalse(System.getProperty("user.name").equals("root"), "root may write everywhere");
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("r-x------"));

    assertThatThrownBy(() -> DataFolder.open(place))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("may not read and write it");
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aPrivateFileIsReplacedWholeAndStaysPrivate() throws IOException {
    var file = new PrivateFile(place.resolve("key"));
    assertThat(file.read()).isEmpty();

    file.write("one");
    file.write("two");

    assertThat(file.read()).contains("two");
    assertThat(permissions(file.path())).isEqualTo("rw-------");
    assertThat(place.toFile().list()).containsExactly("key");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
