package outturn.report.onepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreaksTest {
  private static List<String> pieces(String text) {
    var breaks = new LineBreaks();
    breaks.setText(text);
    var pieces = new ArrayList<String>();
    int from = 0;
    for (int to = breaks.next(); to > 0; to = breaks.next()) {
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }

  @Test
  void aNumberStaysWhole() {
    assertThat(pieces("from \u22120.764 to +0.123 points"))
        .containsExactly("from ", "\u22120.764 ", "to ", "+0.123 ", "points");
  }

  @Test
  void aSentenceMayEndAtItsPoint() {
    assertThat(pieces("It fell. 3 of 4")).containsExactly("It ", "fell. ", "3 ", "of ", "4");
    assertThat(pieces("")).isEmpty();
  }
}
