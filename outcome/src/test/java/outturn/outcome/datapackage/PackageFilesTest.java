package outturn.outcome.datapackage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class PackageFilesTest {
  @Test
  void equalFilesMakeEqualBytesAndComeBack() {
    var files = new PackageFiles(Map.of("b.csv", "x,ü\r\n", "a/c.json", "{}"));
    assertThat(files.zip()).isEqualTo(new PackageFiles(Map.copyOf(files.texts())).zip());
    assertThat(PackageFiles.ofZip(files.zip())).isEqualTo(files);
    assertThatThrownBy(() -> files.text("d")).hasMessage("d: there is no such file in it");
  }

  @Test
  void whatIsNoZipOfTextsIsRefused() throws IOException {
    assertThatThrownBy(() -> PackageFiles.ofZip("no zip".getBytes(UTF_8)))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("no zip");
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a"));
      zip.write(new byte[] {(byte) 0xff});
    }
    assertThatThrownBy(() -> PackageFiles.ofZip(bytes.toByteArray()))
        .hasMessage("a: it is not text in UTF-8");
  }

  @Test
  void aBombIsRefused() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i <= 2_000; i++) zip.putNextEntry(new ZipEntry("f" + i));
    }
    assertThatThrownBy(() -> PackageFiles.ofZip(bytes.toByteArray()))
        .hasMessageContaining("too big");
  }

  @Test
  void aManifestTellsWhatWasChangedAddedAndTakenAway() {
    var files = new PackageFiles(Map.of("a", "1", "b", "2"));
    var manifest = Manifest.of("1.0", "one-visit", Optional.of(new Manifest.Kept(1, "h")), files);
    assertThat(Manifest.read(manifest.tree())).isEqualTo(manifest);
    assertThat(manifest.problems(files)).isEmpty();
    var problems = manifest.problems(new PackageFiles(Map.of("a", "3", "c", "4")));
    assertThat(problems).hasSize(3);
    assertThat(problems.get(0)).startsWith("a: expected the SHA-256");
    assertThat(problems.get(1)).isEqualTo("b: the manifest names it, but it is not there");
    assertThat(problems.get(2)).isEqualTo("c: the manifest does not name it");
    assertThatThrownBy(() -> Manifest.read(Map.of("format", "other/2")))
        .hasMessageContaining("expected outturn-data-package/1, found other/2");
  }

  @Test
  void everyTextIsWrittenSafelyAndInItsOwnWay() {
    for (var text :
        List.of("=1+1", "+a", "-a", "@a", "'=a", "''=a", "'a", " =a", "a,b", "a\"b", "-5", "")) {
      var csv = new SafeCsv(List.of("t"));
      csv.row(text);
      var cell = csv.text().lines().toList().get(1);
      var bare = cell.startsWith("\"") ? cell.substring(1, cell.length() - 1) : cell;
      var read = bare.replace("\"\"", "\"");
      if (!text.equals("-5")) assertThat(read).doesNotContainPattern("^ *[=+@-]");
      assertThat(SafeCsv.bare(read)).isEqualTo(text);
    }
  }
}
