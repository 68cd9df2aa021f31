package outturn.runtime.project;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import outturn.engine.run.Mark;
import outturn.runtime.decide.Inbox;
import outturn.runtime.decide.Post;
import outturn.store.project.SchedulePauses;
import outturn.store.project.SchedulePauses.Result;

/// Takes wishes about schedules: to pause one, and to let it go on.
public final class Schedules {
  private final SchedulePauses pauses;
  private final Inbox inbox;
  private final Post post;
  private final InstantSource clock;

  public Schedules(SchedulePauses pauses, Inbox inbox, Post post, InstantSource clock) {
    this.pauses = pauses;
    this.inbox = inbox;
    this.post = post;
    this.clock = clock;
  }

  /// Who has paused which schedules of workflows: by workflow, by their names.
  public Map<String, Map<String, Mark.By>> paused(Collection<String> workflows) {
    return pauses.of(workflows);
  }

  public Result pause(String workflow, String schedule, String who, String why) {
    var result = pauses.pause(workflow, schedule, new Mark.By(who, why, clock.instant()));
    ring();
    return result;
  }

  public Result resume(String workflow, String schedule, String who, String why) {
    var result = pauses.resume(workflow, schedule, new Mark.By(who, why, clock.instant()));
    ring();
    return result;
  }

  private void ring() {
    post.ring();
    inbox.ring();
  }
}
