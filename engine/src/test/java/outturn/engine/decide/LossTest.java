package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import org.junit.jupiter.api.Test;
import outturn.definition.workflow.Task.OnLost;
import outturn.engine.Driver;
import outturn.engine.run.AttemptState;
import outturn.engine.run.Loss;
import outturn.engine.run.Rows;
import outturn.engine.run.RunState;
import outturn.engine.run.UnitState;

class LossTest {
  private static Driver node(OnLost onLost) {
    return new Driver(workflow("w", task("a").onLost(onLost)));
  }

  @Test
  void aRepeatableTaskIsTriedAgainAtOnce() {
    var node = node(OnLost.RETRY);
    var run = node.start("w");
    var first = node.dispatch(run, "a", 0);
    node.loses(run, "a");

    var second = node.dispatch(run, "a", 0);
    assertThat(second.attempt().attempt()).isEqualTo(2);
    assertThat(second.token()).isNotEqualTo(first.token());
    assertThat(node.ledger().attempts(run).getFirst().state()).isEqualTo(AttemptState.LOST);
  }

  @Test
  void theThirdLossFailsEvenARepeatableTask() {
    var node = node(OnLost.RETRY);
    var run = node.start("w");
    node.loses(run, "a");
    node.loses(run, "a");
    assertThat(node.state(run)).isEqualTo(RunState.RUNNING);
    node.loses(run, "a");

    assertThat(node.state(run, "a")).isEqualTo(new UnitState.Failed(Loss.FAILURE));
    assertThat(node.state(run)).isEqualTo(RunState.FAILED);
  }

  @Test
  void aTaskWithEffectsOfItsOwnAsksAPerson() {
    var node = node(OnLost.ASK);
    var run = node.start("w");
    node.loses(run, "a");

    assertThat(node.state(run, "a")).isEqualTo(new UnitState.Asking(2));
    assertThat(node.running(run)).isEmpty();
    node.restarts();
    assertThat(node.state(run, "a")).isEqualTo(new UnitState.Asking(2));
    assertThat(node.running(run)).isEmpty();
  }

  @Test
  void aTaskMayFailWhenItIsLost() {
    var node = node(OnLost.FAIL);
    var run = node.start("w");
    node.loses(run, "a");

    assertThat(node.state(run)).isEqualTo(RunState.FAILED);
  }

  @Test
  void anAttemptThatItsWorkerGaveUpUnaskedIsALostOne() {
    var node = node(OnLost.RETRY);
    var run = node.start("w");
    node.stopped(run, "a");

    assertThat(node.running(run)).containsExactly("a");
    assertThat(node.run(run).task("a").whole().losses()).isEqualTo(1);
  }

  @Test
  void anAttemptThatNobodyBeganIsSentAgainOnceHoweverOftenItIsSaid() {
    var node = node(OnLost.ASK);
    var run = node.start("w");
    var first = node.dispatch(run, "a", 0);
    node.ended(first.token());

    var decided =
        node.decide(
            new Event.Reported(first.attempt(), first.token(), new Event.Report.NeverStarted()));

    var again = node.dispatch(run, "a", 0);
    assertThat(again.attempt()).isEqualTo(first.attempt());
    assertThat(again.token()).isNotEqualTo(first.token());
    assertThat(decided.changes())
        .containsExactly(
            new Change.AttemptMoved(
                first.attempt(), new Rows.By(again.token(), node.world().worker())));
    assertThat(node.run(run).task("a").whole().losses()).isZero();
    var twice =
        node.decide(
            new Event.Reported(first.attempt(), first.token(), new Event.Report.NeverStarted()));
    assertThat(twice.changes()).isEmpty();
  }

  @Test
  void anAttemptThatNobodyBeganIsOverWhenItsRunIsNotWanted() {
    var node = node(OnLost.ASK);
    var run = node.start("w");
    var first = node.dispatch(run, "a", 0);
    node.cancel(run);

    node.decide(
        new Event.Reported(first.attempt(), first.token(), new Event.Report.NeverStarted()));

    assertThat(node.state(run)).isEqualTo(RunState.CANCELLED);
  }
}
