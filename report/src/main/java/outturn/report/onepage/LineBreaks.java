package outturn.report.onepage;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/// Where a line of text may end: as Unicode has it, but in no number at its decimal point.
final class LineBreaks implements FSTextBreaker {
  private final BreakIterator lines = BreakIterator.getLineInstance(Locale.ROOT);
  private String text = "";

  @Override
  public void setText(String newText) {
    text = newText;
    lines.setText(newText);
  }

  /// @return the place after which a line may end, -1 when there is none any more
  @Override
  public int next() {
    int at = lines.next();
    while (at != BreakIterator.DONE && isInNumber(at)) at = lines.next();
    return at;
  }

  private boolean isInNumber(int at) {
    return at > 0
        && at < text.length()
        && text.charAt(at - 1) == '.'
        && Character.isDigit(text.charAt(at));
  }
}
