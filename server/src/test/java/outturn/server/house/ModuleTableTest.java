package outturn.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ModuleTableTest {
  @Test
  void everyModuleOfTheBuildHasARow() {
    assertThat(House.modules())
        .as("modules of pom.xml; give a new one a row in ModuleTable and in ARCHITECTURE.md")
        .containsExactlyInAnyOrderElementsOf(ModuleTable.modules());
  }

  @Test
  void everyRowStandsInTheTableOfTheArchitecture() {
    var text = House.text(House.ROOT.resolve("ARCHITECTURE.md"));

    assertThat(ModuleTable.modules())
        .allSatisfy(module -> assertThat(text).contains("| `%s` |".formatted(module)));
  }

  @Test
  void aModuleReachesWhatItsGroundReaches() {
    assertThat(ModuleTable.reach("store"))
        .containsExactly("definition", "engine", "evidence", "outcome", "store");
    assertThat(ModuleTable.reach("spi")).containsExactly("spi");
  }

  @Test
  void aModuleUsesOnlyWhatItsRowAllows() {
    var broken =
        House.classes().stream()
            .flatMap(ours -> ours.getDirectDependenciesFromSelf().stream())
            .filter(use -> House.isOurs(use.getTargetClass()))
            .filter(use -> !isAllowed(use))
            .map(Dependency::getDescription)
            .sorted()
            .toList();

    assertThat(broken).as("uses of a module that the row of the user does not allow").isEmpty();
  }

  @Test
  void everyClassLivesInThePackageOfItsModule() {
    var strays =
        House.mainSources().stream()
            .map(House.ROOT::relativize)
            .filter(file ->
                !file.startsWith("%s/src/main/java/outturn/%s".formatted(top(file), top(file))))
            .toList();

    assertThat(strays).as("sources outside of <module>/src/main/java/outturn/<module>").isEmpty();
  }

  private static boolean isAllowed(Dependency use) {
    return ModuleTable.reach(House.module(use.getOriginClass()))
        .contains(House.module(use.getTargetClass()));
  }

  private static String top(Path file) {
    return file.getName(0).toString();
  }
}
