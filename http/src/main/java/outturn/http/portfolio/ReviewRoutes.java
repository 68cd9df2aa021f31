package outturn.http.portfolio;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import outturn.definition.text.Nearest;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Refused;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.portfolio.OutcomeReviews;
import outturn.runtime.project.InForce;
import outturn.store.steering.Review.Decision;
import outturn.store.steering.Review.Held;

/// The reviews of outcomes.
public final class ReviewRoutes {
  private static final Map<String, Decision> DECISIONS =
      Map.of("continue", Decision.CONTINUE, "adjust", Decision.ADJUST, "stop", Decision.STOP);

  private final OutcomeReviews reviews;
  private final InForce inForce;
  private final InstantSource clock;

  public ReviewRoutes(OutcomeReviews reviews, InForce inForce, InstantSource clock) {
    this.reviews = reviews;
    this.inForce = inForce;
    this.clock = clock;
  }

  public Answer list(Call call) {
    call.allow();
    var name = call.path("name");
    return Answer.json(PortfolioJson.of(reviews.find(name).orElseThrow(() -> unknown(name))));
  }

  public Answer hold(Call call) {
    call.allow();
    var name = call.path("name");
    var body = call.json("decision", "note", "actions", "on");
    var word = body.text("decision");
    var decision = DECISIONS.get(word.toLowerCase(Locale.ROOT));
    if (decision == null) {
      return Problem.of(
              Code.BAD_REQUEST,
              "'decision' is to be continue, adjust or stop, not \"%s\"".formatted(word))
          .answer();
    }
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var held =
        new Held(
            body.findDate("on").orElse(today),
            decision,
            body.find("note").orElse(""),
            body.has("actions") ? body.textList("actions") : List.of());
    return switch (reviews.hold(name, held, call.user())) {
      case OutcomeReviews.Answer.NoSuchOutcome() -> throw unknown(name);
      case OutcomeReviews.Answer.Refused(var why) -> Problem.of(Code.INVALID_INPUT, why).answer();
      case OutcomeReviews.Answer.Done(var review) -> Answer.json(PortfolioJson.of(review));
    };
  }

  private Refused unknown(String name) {
    var hint = Nearest.hint(name, InForce.names(inForce.outcomes()));
    return Problem.of(Code.NOT_FOUND, "no outcome '%s'; %s".formatted(name, hint)).refused();
  }
}
