package outturn.cli.evidence.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.cli.Shell;

/// Random files of units and periods, and random options: whatever comes is answered or refused.
class PanelGarbageTest {
  private static final int ROUNDS = 60;
  private static final List<String> CELLS =
      List.of("", "NA", "1", "-1", "0", "7", "1e50", "-1e50", "1e-300", "x", "1e999", "\"");
  private static final List<String> OPTIONS =
      List.of(
          "--draws 99",
          "--draws 50",
          "--draws x",
          "--level 0.9",
          "--level 2",
          "--seed 3",
          "--ridge 1",
          "--ridge 1e999",
          "--method sdid",
          "--method sc",
          "--start v",
          "--start g",
          "--from 2",
          "--treated b");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whateverComesIsAnsweredOrRefused(long seed) throws IOException {
    var codes = new TreeSet<Integer>();
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (var round = 0; round < ROUNDS; round++) {
      Files.writeString(folder.resolve("in.csv"), file(random));
      Files.deleteIfExists(folder.resolve("out.svg"));
      var words = words(random);
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

  private static List<String> words(RandomGenerator random) {
    var command = one(List.of("did", "synthetic"), random);
    var words = new ArrayList<>(List.of("evidence", command, "in.csv", "--unit", "u"));
    words.addAll(List.of("--time", "t", "--value", "v", "--svg", "out.svg"));
    if (command.equals("did") && random.nextInt(3) == 0) {
      words.addAll(List.of("--start", "g"));
    } else {
      words.addAll(List.of("--treated", one(List.of("a", "a", "a,b", "z", ""), random)));
      words.addAll(List.of("--from", Integer.toString(random.nextInt(3, 12))));
    }
    if (random.nextBoolean()) words.add("--json");
    if (random.nextInt(3) == 0) words.addAll(Arrays.asList(one(OPTIONS, random).split(" ", -1)));
    return words;
  }

  /// Mostly regular; values are small, of any size, or garbage.
  private static String file(RandomGenerator random) {
    var text = new StringBuilder("u,t,v,g\n");
    var units = random.nextInt(1, 9);
    var periods = random.nextInt(1, 14);
    var kind = random.nextInt(6);
    var size = Math.pow(10, random.nextInt(-49, 49));
    for (var i = 0; i < units; i++) {
      var start = random.nextBoolean() ? "" : Integer.toString(random.nextInt(1, periods + 1));
      for (var t = 1; t <= periods; t++) {
        if (random.nextInt(800) == 0) continue;
        var value =
            switch (kind) {
              case 0 -> random.nextInt(40) == 0 ? one(CELLS, random) : "3";
              case 1 -> Double.toString(size * random.nextGaussian());
              case 2 -> Integer.toString(i + t);
              default -> Integer.toString(random.nextInt(9));
            };
        text.append("%c,%d,%s,%s%n".formatted('a' + i, t, value, start));
      }
    }
    return text.toString();
  }

  private static String one(List<String> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }
}
