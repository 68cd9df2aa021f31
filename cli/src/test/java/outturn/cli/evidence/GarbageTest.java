package outturn.cli.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.cli.Shell;

/// Random files, options and statements: whatever comes, commands without a server answer or
/// refuse.
class GarbageTest {
  private static final int ROUNDS = 80;
  private static final List<String> CELLS =
      List.of(
          "",
          "NA",
          "nan",
          "1",
          "-1",
          "0",
          "2.5",
          "7",
          "7",
          "1e50",
          "-1e50",
          "1e-300",
          "1e999",
          "x",
          "1,5",
          "\"",
          "\"\"",
          "é",
          "\u0000",
          "-",
          "+",
          ".",
          "1e",
          "99999999999999999999",
          "=1+1");
  private static final List<String> HEADERS =
      List.of("date", "value", "year", "month", "", "date,value", "valu", " value ", "\"a\nb\"");
  private static final List<String> PERIODS =
      List.of(
          "1983-02", "1983", "3", "-4", "soon", "9999-12", "0000", "1983-W60", "", "2026-02-30");
  private static final List<String> TARGETS = List.of("NaN", "Infinity", "1e999", "0", "-3", "x");
  private static final List<String> SEASONS =
      List.of("0", "1", "2", "3", "4", "12", "-1", "999", "99999999", "x");
  private static final List<String> LIMITS =
      List.of("nhs", "wheeler", "exact", "median", "standard-deviation", "Nhs", "none");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whateverComesIsAnsweredOrRefused(long seed) throws IOException {
    var codes = new TreeSet<Integer>();
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (var round = 0; round < ROUNDS; round++) {
      Files.write(folder.resolve("in.csv"), file(random));
      Files.deleteIfExists(folder.resolve("out.svg"));
      var words =
          switch (random.nextInt(9)) {
            case 0, 1 -> statement(random);
            case 2, 3 -> EstimatorWords.any(random);
            case 4 -> bsts(random);
            case 5 -> forecast(random);
            default -> xmr(random);
          };
      var result = new Shell().in(folder).run(words.toArray(String[]::new));
      var told = "seed %d, round %d: %s%n%s".formatted(seed, round, words, result);
      assertThat(result.code()).as(told).isBetween(0, 2);
      codes.add(result.code());
      if (result.code() > 0) assertThat(result.err()).as(told).startsWith("outturn: ");
      assertThat(result.err()).as(told).doesNotContain("Exception").doesNotContain("\tat ");
      assertThat(result.out() + result.err() + drawn())
          .as(told)
          .doesNotContain("NaN")
          .doesNotContain("Infinity");
    }
    assertThat(codes).containsExactly(0, 1, 2);
  }

  private String drawn() throws IOException {
    var file = folder.resolve("out.svg");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private static List<String> xmr(RandomGenerator random) {
    var words = new ArrayList<>(List.of("evidence", "xmr", "in.csv", "--value"));
    words.add(random.nextInt(8) == 0 ? one(HEADERS, random) : "value");
    if (random.nextBoolean()) words.add("--json");
    if (random.nextBoolean()) words.addAll(List.of("--date", "date"));
    if (random.nextBoolean()) words.addAll(List.of("--svg", "out.svg"));
    if (random.nextInt(3) == 0) words.addAll(List.of("--phases", one(PERIODS, random)));
    if (random.nextInt(3) == 0) words.addAll(List.of("--limits", one(LIMITS, random)));
    if (random.nextInt(3) == 0) words.addAll(List.of("--target", one(TARGETS, random)));
    if (random.nextInt(3) == 0) words.addAll(List.of("--rules", "nelson", "--better", "lower"));
    return words;
  }

  private static List<String> bsts(RandomGenerator random) {
    var words = new ArrayList<>(List.of("evidence", "bsts", "in.csv", "--value", "value"));
    words.addAll(List.of("--draws", one(List.of("100", "100", "100", "5", "-1", "x"), random)));
    if (random.nextBoolean()) words.add("--json");
    if (random.nextBoolean()) words.addAll(List.of("--controls", one(HEADERS, random)));
    if (random.nextInt(3) == 0) words.addAll(List.of("--level-sd", one(TARGETS, random)));
    if (random.nextBoolean()) words.addAll(List.of("--svg", "out.svg"));
    if (random.nextInt(3) == 0) words.addAll(List.of("--season", one(SEASONS, random)));
    words.addAll(List.of("--pre", random.nextInt(8) == 0 ? one(PERIODS, random) : "1:9"));
    words.addAll(List.of("--post", "%d:%d".formatted(random.nextInt(20), random.nextInt(40))));
    return words;
  }

  private static List<String> forecast(RandomGenerator random) {
    var words = new ArrayList<>(List.of("evidence", "forecast", "in.csv", "--value", "value"));
    words.addAll(List.of("--horizon", one(List.of("1", "5", "30", "0", "999", "x"), random)));
    if (random.nextBoolean()) words.add("--json");
    if (random.nextBoolean()) words.addAll(List.of("--date", "date"));
    if (random.nextBoolean()) words.addAll(List.of("--svg", "out.svg"));
    if (random.nextInt(3) == 0) words.addAll(List.of("--target", one(TARGETS, random)));
    if (random.nextInt(3) == 0) words.addAll(List.of("--better", "lower"));
    if (random.nextInt(3) == 0) words.addAll(List.of("--season", one(SEASONS, random)));
    if (random.nextInt(3) == 0) words.addAll(List.of("--level", one(List.of(".8", "1"), random)));
    var methods =
        List.of("naive", "drift", "seasonal-naive", "holt", "damped", "theta", "ets", "x");
    if (random.nextBoolean()) words.addAll(List.of("--method", one(methods, random)));
    return words;
  }

  private static List<String> statement(RandomGenerator random) {
    if (random.nextBoolean()) {
      return List.of("statement", "check", "--csv", "in.csv", "--column", one(HEADERS, random));
    }
    var text = new StringBuilder();
    for (var i = random.nextInt(12); i >= 0; i--) {
      text.append(one(CELLS, random)).append(one(List.of(" ", " from ", " to ", ", "), random));
    }
    return List.of("statement", "check", text.toString(), "--json");
  }

  /// Bytes; or a file that is nearly right, often with regular periods and numbers.
  private static byte[] file(RandomGenerator random) {
    if (random.nextInt(5) == 0) {
      var bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      return bytes;
    }
    var tame = random.nextBoolean();
    var text = new StringBuilder(tame ? "date,value" : one(HEADERS, random) + ",value");
    text.append(random.nextInt(10) == 0 ? ",more\n" : "\n");
    var year = 1900 + random.nextInt(200);
    for (var i = random.nextInt(40); i >= 0; i--) {
      text.append(random.nextInt(30) == 0 ? one(PERIODS, random) : year++).append(',');
      text.append(tame ? String.valueOf(random.nextInt(9)) : one(CELLS, random)).append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }

  private static String one(List<String> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }
}
