package outturn.engine.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.workflow.Task;
import outturn.engine.TaskSketch;
import outturn.engine.duration.Common;
import outturn.engine.duration.Day;
import outturn.engine.duration.Durations;
import outturn.engine.duration.Sample;
import outturn.engine.duration.Sampler;
import outturn.engine.duration.Similar;

/// What was learned of the nights so far, and the situation of a night as a server would see it.
final class NightlyHistory {
  private static final String DEADLINE = "in time";

  private final NightlyWorld world;
  private final Map<String, Durations> durations = new HashMap<>();
  private final Map<Integer, List<Long>> lengths = new HashMap<>();

  NightlyHistory(NightlyWorld world) {
    this.world = world;
  }

  void learn(Night night) {
    long day = night.date().toEpochDay();
    int type = NightlyWorld.dayType(night.date());
    for (var attempt : night.attempts()) {
      var how = attempt.succeeds ? Sample.How.SUCCEEDED : Sample.How.FAILED;
      var sample = new Sample(day, type, attempt.end - attempt.begin, how);
      durations.merge(
          name(attempt.batch, attempt.job),
          Durations.EMPTY.with(sample),
          (before, _) -> before.with(sample));
    }
    for (int batch = 0; batch < NightlyWorld.BATCHES; batch++) {
      long finish = night.finish(batch);
      if (finish == Long.MAX_VALUE) continue;
      lengths.computeIfAbsent(batch, _ -> new ArrayList<>()).add(finish - night.start(batch));
    }
  }

  private static String name(int batch, int job) {
    return batch + "/" + job;
  }

  private Durations of(int batch, int job) {
    return durations.getOrDefault(name(batch, job), Durations.EMPTY);
  }

  /// The whole lengths of a batch's nights.
  List<Long> lengths(int batch) {
    return lengths.getOrDefault(batch, List.of());
  }

  /// What three of four nights so far did not exceed, and a little more: what people promise.
  long promise(int batch) {
    var sorted = lengths(batch).stream().sorted().toList();
    return (long) (1.05 * sorted.get(sorted.size() * 3 / 4));
  }

  /// The mean of a job's lengths in milliseconds.
  double mean(int batch, int job) {
    return of(batch, job).done().stream().mapToLong(Durations.Done::millis).average().orElse(0);
  }

  static Instant at(LocalDate date, long millis) {
    return date.atTime(22, 0).toInstant(ZoneOffset.UTC).plusMillis(millis);
  }

  /// The night as it stands at a time, with what is known then.
  Situation situation(Night night, long now, Map<Integer, Long> due) {
    var courses = new ArrayList<Course>();
    for (int batch = 0; batch < NightlyWorld.BATCHES; batch++) {
      courses.add(course(night, batch, now, at(night.date(), due.getOrDefault(batch, 0L))));
    }
    var pools = NightlyWorld.POOLS;
    return new Situation(at(night.date(), now), courses, pools, List.of(), List.of());
  }

  private Course course(Night night, int batch, long now, Instant due) {
    var jobs = world.batches().get(batch).jobs();
    var own = new ArrayList<Durations>();
    for (int job = 0; job < jobs.size(); job++) own.add(of(batch, job));
    double common = Common.share(own);
    var day = new Day(night.date().toEpochDay(), NightlyWorld.dayType(night.date()));
    var sketches = new TaskSketch[jobs.size()];
    for (int job = 0; job < jobs.size(); job++) sketches[job] = sketch(jobs, job);
    var sketch = CourseSketch.course("batch" + batch, sketches).promise(DEADLINE, due);
    for (int job = 0; job < jobs.size(); job++) {
      var length =
          Sampler.of(own.get(job), new Similar("jobs of the batch", own), day).sharing(common);
      sketch.takes("job" + job, length).stands("job" + job, standing(night, batch, job, now));
    }
    return sketch.begins(Course.Begin.at(at(night.date(), night.start(batch)))).drawn();
  }

  private static TaskSketch sketch(List<NightlyWorld.Job> jobs, int job) {
    var sketch =
        TaskSketch.task("job" + job)
            .pool(jobs.get(job).pool(), 1)
            .attempts(NightlyWorld.ATTEMPTS, Duration.ofMinutes(NightlyWorld.RETRY_MINUTES));
    jobs.get(job).needs().forEach(need -> sketch.needs("job" + need));
    return sketch;
  }

  /// The last attempt of a job that anybody has heard of.
  private static Standing standing(Night night, int batch, int job, long now) {
    Optional<Night.Attempt> last =
        night.attempts().stream()
            .filter(attempt -> attempt.batch == batch && attempt.job == job)
            .filter(attempt -> attempt.number == 1 ? attempt.ready <= now : failed(attempt, now))
            .reduce((_, later) -> later);
    if (last.isEmpty()) return Standing.WAITING;
    var attempt = last.get();
    var date = night.date();
    if (attempt.ready > now) return new Standing.Delayed(at(date, attempt.ready), attempt.number);
    if (attempt.begin > now) return new Standing.Ready(at(date, attempt.ready), attempt.number);
    if (attempt.end > now) return new Standing.Running(at(date, attempt.begin), attempt.number);
    var end = attempt.succeeds ? Task.End.SUCCEEDED : Task.End.FAILED;
    return new Standing.Ended(end, at(date, attempt.end));
  }

  /// Whether the attempt before this one has ended by now.
  private static boolean failed(Night.Attempt attempt, long now) {
    return attempt.ready - NightlyWorld.RETRY_MINUTES * 60_000L <= now;
  }
}
