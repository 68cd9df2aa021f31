package outturn.evidence.panel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Panels for tests.
public final class Panels {
  private Panels() {}

  /// Units `unit 0`, `unit 1`, …, periods from 0, values by unit and period.
  public static Panel of(
      int units,
      int periods,
      Map<Integer, Integer> starts,
      ToDoubleBiFunction<Integer, Integer> value) {
    List<Observation> observations =
        IntStream.range(0, units * periods)
            .mapToObj(k -> new int[] {k / periods, k % periods})
            .map(at -> new Observation("unit " + at[0], at[1], value.applyAsDouble(at[0], at[1])))
            .toList();
    Map<String, Integer> named =
        starts.entrySet().stream()
            .collect(Collectors.toMap(e -> "unit " + e.getKey(), Map.Entry::getValue));
    return Panel.of(observations, named).result().orElseThrow();
  }

  /// 10 units and 12 periods, as `wave` in oracle/comparison-groups.py.
  public static Panel wave(Map<Integer, Integer> starts) {
    return of(
        10,
        12,
        starts,
        (i, t) -> {
          int start = starts.getOrDefault(i, 12);
          double noise = Math.cos(2.3 * i + .9 * t + .11 * i * t);
          double effect = t >= start ? 2 + .5 * (t - start) : 0;
          return 10 + 3 * Math.sin(1.7 * i) + .3 * t + noise + effect;
        });
  }

  /// 12 units and 14 periods, as `chirp` in oracle/synthetic-did.py; an effect of 3.
  public static Panel chirp(Map<Integer, Integer> starts) {
    return of(
        12,
        14,
        starts,
        (i, t) ->
            20
                + 2 * Math.sin(1.7 * i)
                + .3 * t
                + Math.cos(1.3 * i * i + 2.1 * t * t + .7 * i * t)
                + (t >= starts.getOrDefault(i, 14) ? 3 : 0));
  }

  /// Cigarette sales of 39 states of the USA, 1970 to 2000; California treated from 1989 on. The
  /// file may not be copied.
  public static Panel california() throws IOException {
    Path folder = Path.of(System.getProperty("outturn.root", ".")).toAbsolutePath();
    Path path =
        folder.resolveSibling("shared/data/evidence/prop99").resolve("california_prop99_long.csv");
    assumeTrue(Files.exists(path), () -> "needs " + path + ", which is not part of the project");
    List<Observation> observations =
        Files.readAllLines(path).stream()
            .skip(1)
            .map(line -> line.split(";", -1))
            .map(c ->
                new Observation(
                    c[0].replace("\"", ""), Integer.parseInt(c[1]), Double.parseDouble(c[2])))
            .toList();
    return Panel.of(observations, Map.of("California", 1989)).result().orElseThrow();
  }
}
