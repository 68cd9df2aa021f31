package outturn.outcome.honesty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import outturn.outcome.honesty.Promised.Came;

class HonestyTest {
  private static final Instant AT = Instant.parse("2026-03-30T08:00:00Z");
  private static final Promised.Aim AIM = new Promised.Aim(85, LocalDate.of(2027, 3, 31));

  /// By hand: (0.2² + 0.4² + 0.9²) / 3 = 0.3367.
  @Test
  void decidedForecastsAreScoredAndOthersAreNot() {
    var honesty =
        Honesty.of(
            List.of(
                promised(.8, Came.REACHED),
                promised(.6, Came.REACHED),
                promised(.9, Came.MISSED),
                promised(.5, Came.OPEN),
                promised(.7, Came.MOVED)),
            List.of());

    assertThat(honesty.brier().orElseThrow().score()).isCloseTo(1.01 / 3, within(1e-12));
    assertThat(honesty.rows()).hasSize(5);
    assertThat(honesty.rows().getLast().count()).isEqualTo(2);
    assertThat(honesty.rows().getLast().reached()).isEqualTo(.5);
    assertThat(honesty.sentence())
        .isEqualTo(
            "3 of 5 accepted forecasts have come due, and 2 of these targets were reached. The Brier"
                + " score is 0.34: 0 is perfect, 0.25 is what “one in two” always gets. Of 1 the"
                + " target has been moved since.");
  }

  @Test
  void withoutDecidedForecastsThereIsNoScore() {
    assertThat(Honesty.of(List.of(), List.of()).sentence())
        .isEqualTo("No forecast has been accepted yet.");
    var open = Honesty.of(List.of(promised(.5, Came.OPEN)), List.of());
    assertThat(open.sentence()).isEqualTo("No accepted forecast has come due yet.");
    assertThat(open.rows()).isEmpty();
    assertThat(open.brier()).isEmpty();
  }

  @Test
  void chancesThatAreRightShowAStraightTable() {
    var all = new ArrayList<Promised>();
    for (var i = 0; i < 10; i++) all.add(promised(.3, i < 3 ? Came.REACHED : Came.MISSED));

    assertThat(Honesty.of(all, List.of()).rows().get(1).reached()).isCloseTo(.3, within(1e-12));
  }

  /// By hand: (0.2² + 0.4² + 0.7²) / 3 = 0.23.
  @Test
  void whatTheServerForecastByItselfIsScoredApart() {
    var honesty =
        Honesty.of(
            List.of(promised(.9, Came.MISSED)),
            List.of(
                promised(.8, Came.REACHED),
                promised(.6, Came.REACHED),
                new Promised("calm", "mails", 1, AIM, .7, AT, Came.MISSED),
                promised(.7, Came.OPEN)));

    assertThat(honesty.brier().orElseThrow().score()).isCloseTo(.81, within(1e-12));
    assertThat(honesty.periods().brier().orElseThrow().score()).isCloseTo(.23, within(1e-12));
    assertThat(honesty.periods().rows()).hasSize(5);
    assertThat(honesty.periodSentence())
        .isEqualTo(
            "By itself the server has made 4 forecasts, of which 3, of 2 targets, have come due. Their Brier score is 0.23; those of one target came alike, so that they tell less than as many of different ones.");
    assertThat(Honesty.of(List.of(), List.of()).periodSentence())
        .isEqualTo("The server has made no forecast by itself yet.");
    assertThat(Honesty.of(List.of(), List.of(promised(.7, Came.OPEN))).periodSentence())
        .isEqualTo("No forecast that the server made by itself has come due yet.");
  }

  private static Promised promised(double chance, Came came) {
    return new Promised("one-visit", "fix-rate", 1, AIM, chance, AT, came);
  }
}
