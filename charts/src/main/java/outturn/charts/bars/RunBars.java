package outturn.charts.bars;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;
import outturn.charts.svg.Svg;

/// The last runs of a workflow, oldest first, as tiny bars for a table row: height is duration.
public record RunBars(String title, List<Bar> bars) {
  private static final double WIDTH = 6;
  private static final double STEP = 8;
  private static final double HEIGHT = 24;
  private static final double LEAST = 3;
  private static final double DOT = 2;
  private static final double TALLEST = HEIGHT - 3 * DOT;

  public RunBars {
    bars = List.copyOf(bars);
  }

  /// 8 pixels wide per run, 24 high.
  public Drawing draw() {
    Size size = new Size((int) Math.max(STEP, STEP * bars.size()), (int) HEIGHT);
    Svg svg = Svg.picture("run-bars", size, title, description());
    long longest =
        Math.max(1, bars.stream().mapToLong(bar -> bar.duration().toMillis()).max().orElse(1));
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double height = Math.max(LEAST, TALLEST * bar.duration().toMillis() / longest);
      draw(svg, bar, STEP * i + 1, height);
    }
    return svg.drawing();
  }

  /// Such as "10 runs, oldest first: 8 succeeded, 2 failed."
  String description() {
    if (bars.isEmpty()) {
      return "No runs yet.";
    }
    String counts =
        Arrays.stream(State.values())
            .filter(state -> count(state) > 0)
            .map(state -> count(state) + " " + state.word())
            .collect(Collectors.joining(", "));
    return "%d %s, oldest first: %s. The last: %s."
        .formatted(bars.size(), bars.size() == 1 ? "run" : "runs", counts, bars.getLast().hint());
  }

  private long count(State state) {
    return bars.stream().filter(bar -> bar.state() == state).count();
  }

  private static void draw(Svg svg, Bar bar, double x, double height) {
    switch (bar.state()) {
      case SUCCEEDED -> filled(svg, bar, x, height);
      case FAILED -> {
        filled(svg, bar, x, height);
        double dot = HEIGHT - height - 2 * DOT;
        svg.element(
            "circle", "cx", x + WIDTH / 2, "cy", dot, "r", DOT, "fill", bar.state().paint());
      }
      case RUNNING, CANCELLED -> outlined(svg, bar, x, height);
      case WAITING -> filled(svg, bar, x, LEAST);
    }
  }

  private static void filled(Svg svg, Bar bar, double x, double height) {
    svg.hinted("path", bar.hint(), "d", box(x, WIDTH, height), "fill", bar.state().paint());
  }

  private static void outlined(Svg svg, Bar bar, double x, double height) {
    String dashes = bar.state() == State.RUNNING ? "2 1" : "none";
    svg.hinted(
        "path",
        bar.hint(),
        "d",
        box(x + .5, WIDTH - 1, height - .5),
        "fill",
        "none",
        "stroke",
        bar.state().paint(),
        "stroke-dasharray",
        dashes);
  }

  private static String box(double x, double width, double height) {
    return "M%s %sv%sh%sv%sz"
        .formatted(
            Svg.number(x),
            Svg.number(HEIGHT - .5),
            Svg.number(.5 - height),
            Svg.number(width),
            Svg.number(height - .5));
  }
}
