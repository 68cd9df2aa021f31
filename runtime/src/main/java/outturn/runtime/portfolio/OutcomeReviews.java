package outturn.runtime.portfolio;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.review.ReviewDates;
import outturn.outcome.review.ReviewState;
import outturn.runtime.outcome.Outcomes;
import outturn.store.steering.Review;
import outturn.store.steering.Review.Held;
import outturn.store.steering.Reviews;

/// The reviews of the outcomes in force: when they are due, and what was decided.
public final class OutcomeReviews {
  private static final int LONGEST = 2_000;
  private static final int MOST = 20;

  private final Outcomes outcomes;
  private final Reviews reviews;
  private final InstantSource clock;

  public OutcomeReviews(Outcomes outcomes, Reviews reviews, InstantSource clock) {
    this.outcomes = outcomes;
    this.reviews = reviews;
    this.clock = clock;
  }

  /// @param dates on which it is to be reviewed, in order
  /// @param held newest first
  public record Known(List<LocalDate> dates, ReviewState state, List<Review> held) {
    public Known {
      dates = List.copyOf(dates);
      held = List.copyOf(held);
    }
  }

  /// What came of a wish to keep a review.
  public sealed interface Answer {
    record Done(Review review) implements Answer {}

    record NoSuchOutcome() implements Answer {}

    /// @param why with what to do
    record Refused(String why) implements Answer {}
  }

  public Optional<Known> find(String outcome) {
    return outcomes.find(outcome).map(entry -> of(entry.value()));
  }

  Known of(OutcomePosition position) {
    var dates = ReviewDates.of(position, outcomes.changes().all(position.asOf()));
    var held = reviews.history(position.outcome().name());
    var days = held.stream().map(each -> each.held().on()).toList();
    return new Known(dates, ReviewState.of(dates, days, today()), held);
  }

  public Answer hold(String outcome, Held held, String by) {
    if (outcomes.find(outcome).isEmpty()) return new Answer.NoSuchOutcome();
    return refusal(held)
        .<Answer>map(Answer.Refused::new)
        .orElseGet(() -> new Answer.Done(reviews.record(outcome, held, by, clock.instant())));
  }

  private Optional<String> refusal(Held held) {
    if (held.note().isBlank() || held.note().length() > LONGEST) {
      return Optional.of(
          "expected a note of 1 to %d characters that says why it was decided".formatted(LONGEST));
    }
    if (held.on().isAfter(today())) {
      return Optional.of("a review of %s was not held yet".formatted(held.on()));
    }
    boolean wrong =
        held.actions().size() > MOST
            || held.actions().stream().anyMatch(each -> each.isBlank() || each.length() > LONGEST);
    return wrong
        ? Optional.of("expected at most %d actions of 1 to %d characters".formatted(MOST, LONGEST))
        : Optional.empty();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
