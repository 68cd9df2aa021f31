package outturn.outcome.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewStateTest {
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
  private static final LocalDate YEAR_END = LocalDate.of(2026, 12, 31);
  private static final List<LocalDate> DATES = List.of(MARCH, JUNE, YEAR_END);

  @Test
  void aDateThatPassedWithoutAReviewIsOverdue() {
    var state = ReviewState.of(DATES, List.of(), LocalDate.of(2026, 7, 1));
    assertThat(state.overdue()).containsExactly(MARCH, JUNE);
    assertThat(state.next()).contains(YEAR_END);
  }

  @Test
  void onItsDayAReviewIsNotOverdue() {
    var state = ReviewState.of(DATES, List.of(), MARCH);
    assertThat(state.overdue()).isEmpty();
    assertThat(state.next()).contains(MARCH);
  }

  @Test
  void aReviewCountsForThePastAndForTwoWeeksToCome() {
    var early = ReviewState.of(DATES, List.of(JUNE.minusDays(14)), LocalDate.of(2026, 7, 1));
    assertThat(early.overdue()).isEmpty();
    assertThat(early.next()).contains(YEAR_END);
    var tooEarly = ReviewState.of(DATES, List.of(JUNE.minusDays(15)), LocalDate.of(2026, 7, 1));
    assertThat(tooEarly.overdue()).containsExactly(JUNE);
  }
}
