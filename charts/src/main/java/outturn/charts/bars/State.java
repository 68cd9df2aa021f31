package outturn.charts.bars;

import java.util.Locale;
import outturn.charts.svg.Paint;

/// The state of a run, as a bar tells it: by colour, and by fill, outline or a dot on top.
public enum State {
  WAITING(Paint.WAITING),
  RUNNING(Paint.RUNNING),
  SUCCEEDED(Paint.SUCCEEDED),
  FAILED(Paint.FAILED),
  CANCELLED(Paint.WAITING);

  private final Paint paint;

  State(Paint paint) {
    this.paint = paint;
  }

  Paint paint() {
    return paint;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
