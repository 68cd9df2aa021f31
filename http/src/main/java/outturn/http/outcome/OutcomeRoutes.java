package outturn.http.outcome;

import java.time.InstantSource;
import java.util.Optional;
import outturn.definition.text.Nearest;
import outturn.http.json.Page;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.runtime.change.Questions;
import outturn.runtime.outcome.Outcomes;
import outturn.runtime.project.InForce;

/// Outcomes: where they stand now, or stood as far as was known at another time.
public final class OutcomeRoutes {
  private final Outcomes outcomes;
  private final Questions questions;
  private final InForce inForce;
  private final InstantSource clock;

  public OutcomeRoutes(
      Outcomes outcomes, Questions questions, InForce inForce, InstantSource clock) {
    this.outcomes = outcomes;
    this.questions = questions;
    this.inForce = inForce;
    this.clock = clock;
  }

  public Answer list(Call call) {
    call.allow("asOf", "limit", "after");
    var all = outcomes.all(call.instant("asOf").orElseGet(clock::instant));
    return Answer.json(Page.of(all, InForce.Entry::name, call).map(OutcomeJson::brief));
  }

  public Answer show(Call call) {
    call.allow("asOf");
    var entry = find(call);
    return Answer.json(OutcomeJson.whole(entry, questions.of(entry.value())));
  }

  private InForce.Entry<OutcomePosition> find(Call call) {
    var name = call.path("name");
    return outcomes
        .find(name, call.instant("asOf").orElseGet(clock::instant))
        .orElseThrow(() -> NoOutcome.named(name, inForce));
  }

  /// The chart of the outcome's first measure, or of the one that is named.
  public Answer chart(Call call) {
    call.allow("width", "height", "asOf", "standalone", "measure");
    var entry = find(call);
    var size = ChartAnswer.size(call);
    var wanted = call.query("measure");
    return entry.value().measures().stream()
        .filter(each -> wanted.map(each.measure().name()::equals).orElse(true))
        .findFirst()
        .flatMap(position -> PositionChart.of(position, size))
        .map(drawing -> ChartAnswer.of(drawing, call))
        .orElseGet(() -> nothing(entry, wanted));
  }

  private static Answer nothing(InForce.Entry<OutcomePosition> entry, Optional<String> wanted) {
    var names =
        entry.value().measures().stream().map(Position::measure).map(each -> each.name()).toList();
    var detail =
        wanted
            .filter(name -> !names.contains(name))
            .map(name ->
                "outcome '%s' has no measure '%s'; %s"
                    .formatted(entry.name(), name, Nearest.hint(name, names)))
            .orElse(
                "nothing was observed yet of outcome '%s', so there is no chart"
                    .formatted(entry.name()));
    return Problem.of(Code.NOT_FOUND, detail).answer();
  }
}
