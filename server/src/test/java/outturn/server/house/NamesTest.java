package outturn.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NamesTest {
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "util", "utils", "common", "helper", "helpers", "impl", "dto", "manager", "base", "misc");

  private static final Pattern EMPTY_ENDING =
      Pattern.compile(".*(Impl|Manager|Helper|Utils?|DTO|Dto)");

  @Test
  void packagesAreNamedByFeature() {
    assertThat(House.sources())
        .noneMatch(file ->
            Arrays.stream(House.ROOT.relativize(file).getParent().toString().split("/", -1))
                .anyMatch(EMPTY_WORDS::contains));
  }

  @Test
  void typesAreNamedForWhatTheyAre() {
    assertThat(House.classes())
        .extracting(JavaClass::getSimpleName)
        .noneMatch(name -> EMPTY_ENDING.matcher(name).matches());
  }

  @Test
  void everyPackageSaysWhatItIsAndIsNullMarked() {
    var folders = House.mainSources().stream().map(Path::getParent).distinct();

    assertThat(folders)
        .allSatisfy(folder -> {
          var about = folder.resolve("package-info.java");
          assertThat(about).exists();
          assertThat(Files.readString(about)).startsWith("/// ").contains("@NullMarked\n");
        });
  }
}
