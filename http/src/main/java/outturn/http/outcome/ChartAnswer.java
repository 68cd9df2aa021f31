package outturn.http.outcome;

import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;
import outturn.http.route.Answer;
import outturn.http.route.Call;

/// A chart as it was asked for: its size, and whether it stands alone.
public final class ChartAnswer {
  private static final int NARROWEST = 240;
  private static final int WIDEST = 4_000;

  private ChartAnswer() {}

  public static Size size(Call call) {
    return new Size(
        call.whole("width", NARROWEST, WIDEST).orElse(Size.WIDE.width()),
        call.whole("height", NARROWEST / 2, WIDEST).orElse(Size.WIDE.height()));
  }

  public static Answer of(Drawing drawing, Call call) {
    return Answer.text(
        "image/svg+xml", call.isTrue("standalone") ? drawing.standalone() : drawing.inline());
  }
}
