package outturn.http.outcome;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import outturn.definition.text.Nearest;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.outcome.position.Position;
import outturn.outcome.words.PositionSentences;
import outturn.runtime.outcome.Outcomes;
import outturn.runtime.project.InForce;

/// Where a measure stands, whether an outcome has it or none does.
public final class MeasurePositionRoutes {
  private final Outcomes outcomes;
  private final InForce inForce;
  private final InstantSource clock;

  public MeasurePositionRoutes(Outcomes outcomes, InForce inForce, InstantSource clock) {
    this.outcomes = outcomes;
    this.inForce = inForce;
    this.clock = clock;
  }

  public Answer show(Call call) {
    call.allow("asOf");
    var position = find(call);
    var json = OutcomeJson.charted(position, Map.of(position.measure().name(), List.of()));
    json.put("sentence", PositionSentences.of(position));
    return Answer.json(json);
  }

  public Answer chart(Call call) {
    call.allow("width", "height", "asOf", "standalone");
    var size = ChartAnswer.size(call);
    return PositionChart.of(find(call), size)
        .map(drawing -> ChartAnswer.of(drawing, call))
        .orElseGet(() ->
            Problem.of(
                    Code.NOT_FOUND,
                    "nothing was observed yet of measure '%s', so there is no chart"
                        .formatted(call.path("name")))
                .answer());
  }

  private Position find(Call call) {
    var name = call.path("name");
    return outcomes
        .measure(name, call.instant("asOf").orElseGet(clock::instant))
        .orElseThrow(() -> {
          var known = inForce.measures().stream().map(InForce.Entry::name).toList();
          return Problem.of(
                  Code.NOT_FOUND, "no measure '%s'; %s".formatted(name, Nearest.hint(name, known)))
              .refused();
        });
  }
}
