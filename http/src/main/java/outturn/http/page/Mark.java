package outturn.http.page;

import outturn.engine.run.RunState;
import outturn.report.markup.Markup;

/// The state of a run by shape and word.
final class Mark {
  private Mark() {}

  static void write(Markup html, RunState state) {
    html.open("span", "class", "state " + state.word());
    html.element("span", shape(state), "class", "mark", "aria-hidden", "true");
    html.text(" " + state.word()).close("span");
  }

  private static String shape(RunState state) {
    return switch (state) {
      case WAITING -> "\u25cb";
      case RUNNING -> "\u25b6";
      case SUCCEEDED -> "\u2713";
      case FAILED -> "\u2715";
      case CANCELLED -> "\u2013";
    };
  }
}
