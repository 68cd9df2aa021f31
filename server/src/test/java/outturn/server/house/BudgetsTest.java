package outturn.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BudgetsTest {
  @Test
  void everySourceKeepsItsBudgets() {
    var sources =
        House.sources().stream()
            .collect(Collectors.toMap(file -> House.ROOT.relativize(file).toString(), House::text));

    assertThat(Budgets.overruns(sources)).isEmpty();
  }

  @Test
  void everyPackageKeepsItsBudget() {
    assertThat(Budgets.crowdedPackages(House.sources())).isEmpty();
  }

  @Test
  void aMethodOfFortyLinesIsWithinBudgetAndOneMoreIsNot() {
    assertThat(overruns(method(40))).isEmpty();
    assertThat(overruns(method(41)))
        .containsExactly(
            "A.java:2 run(): 41 lines, and the budget is 40; split it by what it is about");
  }

  @Test
  void parametersOfMethodsAndComponentsOfRecordsAreCounted() {
    assertThat(overruns("record A(%s) { static int x; }".formatted(ints(7)))).isEmpty();
    assertThat(overruns("record A(%s) {}".formatted(ints(8))))
        .singleElement()
        .asString()
        .startsWith("A.java:1 record A: 8 components");
    assertThat(overruns("class A { A(%s) {} }".formatted(ints(8))))
        .singleElement()
        .asString()
        .startsWith("A.java:1 <init>(): 8 parameters");
  }

  @Test
  void linesOfAFileAreCounted() {
    assertThat(overruns("//\n".repeat(400))).isEmpty();
    assertThat(overruns("//\n".repeat(401))).singleElement().asString().startsWith("A.java: 401");
  }

  @Test
  void filesOfAPackageAreCounted() {
    assertThat(Budgets.crowdedPackages(files(25))).isEmpty();
    assertThat(Budgets.crowdedPackages(files(26)))
        .singleElement()
        .asString()
        .startsWith("engine/run: 26 files");
  }

  private static List<String> overruns(String source) {
    return Budgets.overruns(Map.of("A.java", source));
  }

  private static String method(int lines) {
    return "class A {\n void run() {\n" + "  ;\n".repeat(lines - 2) + " }\n}\n";
  }

  private static String ints(int count) {
    return IntStream.range(0, count).mapToObj(i -> "int p" + i).collect(Collectors.joining(", "));
  }

  private static List<Path> files(int count) {
    return Collections.nCopies(count, Path.of("engine/run/A.java"));
  }
}
