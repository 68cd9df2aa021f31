package outturn.definition.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import outturn.definition.text.Problems;

/// Whatever a file is turned into by chance, the reader answers with a project or with problems
/// that have a place.
class MutationTest {
  private static final int MUTATIONS = 3000;
  private static final List<String> MUTATED =
      List.of(
          "repairs.yaml",
          "policies.yaml",
          "outcomes.yml",
          "outturn.yaml",
          "calendars.yaml",
          "data/closed.ics");
  private static final List<String> TOKENS =
      List.of(
          "${",
          "}",
          "$${",
          ": ",
          "- ",
          "{",
          "[",
          "]",
          "\"",
          "'",
          "\n",
          "\t",
          "&a ",
          "*a",
          "!!str ",
          "|",
          ">",
          "#",
          "---\n",
          "0",
          "-1",
          "1e9",
          "null",
          "true",
          "tasks.",
          "inputs.",
          "secrets.X",
          "999999999999999999999",
          "\u0000",
          "\u2028",
          "😀",
          "%",
          "@",
          "? ",
          ",");

  private final ProjectFiles full = FolderReader.read(FullProjectTest.FOLDER, new Problems());

  @Test
  void theReaderNeverFails() {
    var wrong = 0;
    for (var seed = 0L; seed < MUTATIONS; seed++) {
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      var path = MUTATED.get(random.nextInt(MUTATED.size()));
      var bytes = full.bytes(path).orElseThrow();
      for (var count = 1 + random.nextInt(3); count > 0; count--) bytes = mutate(bytes, random);
      wrong += read(seed, Projects.with(full, path, bytes)).problems().isEmpty() ? 0 : 1;
    }
    assertThat(wrong).as("mutations that are told of").isGreaterThan(MUTATIONS / 2);
  }

  private static ProjectReading read(long seed, ProjectFiles files) {
    try {
      var reading = ProjectReader.read(files);
      assertThat(reading.project().isPresent()).isEqualTo(reading.problems().isEmpty());
      assertThat(reading.problems())
          .allSatisfy(
              problem -> assertThat(Math.min(problem.line(), problem.column())).isPositive());
      return reading;
    } catch (RuntimeException | StackOverflowError failed) {
      throw new AssertionError("the reader fails on the mutation of seed " + seed, failed);
    }
  }

  private static byte[] mutate(byte[] bytes, RandomGenerator random) {
    return switch (random.nextInt(6)) {
      case 0 -> changedByte(bytes, random);
      case 1 -> cut(bytes, random);
      case 2 -> withToken(bytes, random);
      case 3 -> lines(bytes, random, Change.DOUBLE);
      case 4 -> lines(bytes, random, Change.DROP);
      default -> lines(bytes, random, Change.SWAP);
    };
  }

  private static byte[] changedByte(byte[] bytes, RandomGenerator random) {
    var changed = bytes.clone();
    if (changed.length > 0) changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    return changed;
  }

  private static byte[] cut(byte[] bytes, RandomGenerator random) {
    if (bytes.length == 0) return bytes;
    var from = random.nextInt(bytes.length);
    var to = Math.min(bytes.length, from + random.nextInt(40));
    return concat(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
  }

  private static byte[] withToken(byte[] bytes, RandomGenerator random) {
    var at = random.nextInt(bytes.length + 1);
    var token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    return concat(
        concat(Arrays.copyOf(bytes, at), token), Arrays.copyOfRange(bytes, at, bytes.length));
  }

  private static byte[] concat(byte[] first, byte[] second) {
    var joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private enum Change {
    DOUBLE,
    DROP,
    SWAP
  }

  private static byte[] lines(byte[] bytes, RandomGenerator random, Change change) {
    var lines = new ArrayList<>(new String(bytes, StandardCharsets.ISO_8859_1).lines().toList());
    if (lines.isEmpty()) return bytes;
    var first = random.nextInt(lines.size());
    var second = random.nextInt(lines.size());
    switch (change) {
      case DOUBLE -> lines.add(second, lines.get(first));
      case DROP -> lines.remove(first);
      case SWAP -> Collections.swap(lines, first, second);
    }
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
  }
}
