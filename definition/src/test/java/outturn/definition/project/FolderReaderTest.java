package outturn.definition.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.definition.text.Problem;
import outturn.definition.text.Problems;

class FolderReaderTest {
  @TempDir private Path temporary;
  private Path folder;
  private final Problems problems = new Problems();

  @BeforeEach
  void makeProject() throws IOException {
    folder = Files.createDirectory(temporary.resolve("project"));
    Files.writeString(folder.resolve("outturn.yaml"), "{kind: project, name: test}\n");
  }

  private ProjectFiles read() {
    return FolderReader.read(folder, problems);
  }

  @Test
  void hiddenFilesAreNoPartOfAProject() throws IOException {
    Files.createDirectories(folder.resolve(".git/objects"));
    Files.writeString(folder.resolve(".git/config"), "x");
    Files.writeString(folder.resolve(".env"), "x");
    Files.createDirectory(folder.resolve("sql"));
    Files.writeString(folder.resolve("sql/a.sql"), "x");
    assertThat(read().paths()).containsExactly("outturn.yaml", "sql/a.sql");
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void linksThatLeaveTheProjectAreRefused() throws IOException {
    Files.writeString(temporary.resolve("outside.txt"), "x");
    Files.createSymbolicLink(folder.resolve("inside.yaml"), folder.resolve("outturn.yaml"));
    Files.createSymbolicLink(folder.resolve("outside.txt"), temporary.resolve("outside.txt"));
    Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("none"));
    Files.createSymbolicLink(folder.resolve("up"), temporary);
    assertThat(read().paths()).containsExactly("inside.yaml", "outturn.yaml");
    assertThat(problems.sorted())
        .extracting(Problem::file, Problem::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("nowhere", "broken-link"),
            org.assertj.core.groups.Tuple.tuple("outside.txt", "link-outside"),
            org.assertj.core.groups.Tuple.tuple("up", "link-outside"));
  }

  @Test
  void largeFilesAreRefused() throws IOException {
    Files.write(folder.resolve("large.bin"), new byte[(1 << 20) + 1]);
    assertThat(read().paths()).containsExactly("outturn.yaml");
    assertThat(problems.sorted()).extracting(Problem::code).containsExactly("too-large");
  }

  @Test
  void aFolderThatIsNotThereIsAProblem() {
    var reading = ProjectReader.read(folder.resolve("none"));
    assertThat(reading.project()).isEmpty();
    assertThat(reading.problems()).extracting(Problem::code).contains("unreadable");
  }

  @Test
  void aFolderWithoutItsMainFileIsNoProject() throws IOException {
    Files.delete(folder.resolve("outturn.yaml"));
    assertThat(ProjectReader.read(folder).problems())
        .extracting(Problem::code)
        .containsExactly("no-project");
  }
}
