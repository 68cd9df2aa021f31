package outturn.definition.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A project of deliberate mistakes: every one is told, at its place, with what to do.
class BrokenProjectTest {

  @Test
  void everyMistakeIsToldAtItsPlace() {
    var reading = ProjectReader.read(Path.of("src/test/resources/broken"));
    assertThat(reading.project()).isEmpty();
    assertThat(Projects.told(reading) + "\n").isEqualTo(EXPECTED);
  }

  private static final String EXPECTED =
      """
      01-keys.yaml:5:5: unknown-key: a task has no key 'ned' (did you mean 'needs'?)
      01-keys.yaml:6:5: unknown-key: a task has no key 'timeuot' (did you mean 'timeout'?)
      01-keys.yaml:9:5: duplicate-key: the key 'timeout' is here twice (keep one of them)
      02-needs.yaml:5:18: unknown-task: there is no task 'extrakt' (did you mean 'extract'?)
      02-needs.yaml:7:20: cycle: tasks need each other in a circle: first needs third needs second needs first (take one of these needs away)
      03-expressions.yaml:7:23: unknown-name: there is no name 'businesDate' (did you mean 'businessDate'?)
      03-expressions.yaml:11:11: type-mismatch: expected an expression of type boolean, found one of type int
      03-expressions.yaml:12:17: expression-not-allowed: no ${ } is allowed here (values go by env: and are written $NAME; a literal ${ is $${)
      03-expressions.yaml:14:19: not-upstream: task 'load' need not have ended here (add it to needs)
      03-expressions.yaml:15:22: unknown-task: there is no task 'extrac' (did you mean 'extract'?)
      04-types.yaml:3:11: unknown-timezone: there is no time zone 'Europe/Londn' (did you mean 'Europe/London'?)
      04-types.yaml:5:30: type-mismatch: expected a value of type date, found the text '2026-02-30'
      04-types.yaml:6:17: unknown-type: expected a type: string, int, number, boolean, date, map or list<…>, found the text 'strng' (did you mean 'string'?)
      04-types.yaml:8:22: bad-duration: expected a duration such as 30s, 10m, 2h, 5d or 12w, found the text 'ten minutes'
      04-types.yaml:9:41: out-of-range: expected a whole number from 1 to 1000, found '0'
      05-references.yaml:3:10: unknown-service: there is no service 'repars' (did you mean 'repairs'?)
      05-references.yaml:6:23: unknown-connection: there is no connection 'housng' (did you mean 'housing'?)
      05-references.yaml:6:37: unknown-file: there is no file 'sql/lod.sql' (did you mean 'sql/load.sql'?)
      05-references.yaml:7:18: pool-too-small: 5 of pool 'cpu' can never be held: its size is 4 (take less, or make the pool larger)
      05-references.yaml:10:22: missing-input: workflow 'callee' needs the input 'region' (add it to inputs: of the call)
      05-references.yaml:10:39: unknown-input: there is no input 'regoin' (did you mean 'region'?)
      05-references.yaml:10:61: type-mismatch: expected a value of type int, found the text 'many'
      05-references.yaml:18:28: cycle: workflows call each other in a circle: references calls callee calls references (take one of these calls away)
      05-references.yaml:20:82: password-in-file: a password is exactly one secret (store it with: outturn secret set NAME, and write ${secrets.NAME})
      06-schedules.yaml:4:37: bad-cron: cron expression "0 2 * * ?!", at index 9: in the field for day of week, unexpected '!'; expected ',' or the end (five fields: minute hour day-of-month month day-of-week)
      06-schedules.yaml:5:12: duplicate-name: there are two schedules 'nightly' (rename one of them)
      06-schedules.yaml:5:53: unknown-word: expected one of queue, skip, replace, allow, found the text 'wait'
      06-schedules.yaml:6:50: unknown-calendar: there is no calendar 'uk-working-days' (there are none)
      06-schedules.yaml:10:25: unknown-task: there is no task 'lod' (did you mean 'load'?)
      06-schedules.yaml:10:34: bad-time: expected a time such as "06:30" or "+1d 06:30", found the text '6:30'
      06-schedules.yaml:14:19: out-of-range: expected a duration from 1d to 3650d, found the text '12h'
      06-schedules.yaml:14:30: out-of-range: expected a duration from 1d to 3650d, found the text '5000d'
      06-schedules.yaml:19:30: not-in-order: logs are not kept longer than the runs that wrote them, 10 days (keep the runs longer, or the logs not as long)
      06-schedules.yaml:19:34: unknown-key: a retention has no key 'attempts' (there are: runs, logs)
      07-unreachable.yaml:6:7: unreachable: task 'c' can never run: its needs ask for different ends of 'a' in one run (no task ends in two ways; accept several with {a: [succeeded, failed]})
      07-unreachable.yaml:7:13: unreachable: the task can never run: this is always false
      08-not-yet.yaml:1:7: not-yet: documents of kind 'template' are not in this release (remove it for now; it is refused so that nobody counts on it)
      08-not-yet.yaml:6:11: out-of-range: expected a whole number from 1 to 5, found '7'
      08-not-yet.yaml:7:14: missing-key: a concurrency needs the key 'limit' (expected a whole number from 1 to 10000)
      08-not-yet.yaml:7:30: unknown-input: there is no input 'regoin' (there are none)
      08-not-yet.yaml:10:5: not-yet: 'transfer' of a task is not in this release (remove it for now; it is refused so that nobody counts on it)
      08-not-yet.yaml:13:13: unknown-lock: there is no lock 'till' (there are none)
      08-not-yet.yaml:15:7: unknown-kind: expected one of project, workflow, connection, pool, lock, calendar, policy, channel, group, service, change, measure, objective, outcome, survey, found the text 'workflw' (did you mean 'workflow'?)
      09-outcome.yaml:4:7: unknown-word: expected one of go-live, training, policy, outage, holiday, organisation, definition, release, found the text 'golive' (did you mean 'go-live'?)
      09-outcome.yaml:9:18: not-in-order: expected two limits, the lower one first (write {within: [a, b]})
      09-outcome.yaml:10:10: unknown-word: expected one of daily, weekly, monthly, quarterly, yearly, found the text 'fortnightly'
      09-outcome.yaml:11:22: unknown-file: there is no file 'sql/load.sq' (did you mean 'sql/load.sql'?)
      09-outcome.yaml:16:12: missing-key: a statement needs the key 'soThat' (expected a text)
      09-outcome.yaml:18:14: unknown-measure: there is no measure 'fix-rat' (did you mean 'fix-rate'?)
      09-outcome.yaml:19:38: baseline-too-late: the baseline ends on 2026-05-01, the target is due by 2026-05-01 (end the baseline before the work begins)
      09-outcome.yaml:22:48: unknown-change: there is no change 'go-liv' (did you mean 'go-live'?)
      09-outcome.yaml:22:81: not-in-order: expected likely between worst and best (put the three in order; they are signed)
      10-yaml.yaml:5:1: bad-yaml: while scanning a quoted scalar: found unexpected end of stream (it begins at line 4, column 17)
      11-triggers.yaml:1:1: cycle: workflows wait for each other in a circle: triggered waits for triggered (take one of these away)
      11-triggers.yaml:1:1: repeated-task: workflow triggered depends on triggered/again, which repeats (depend on the whole of triggered, or on a task after it)
      11-triggers.yaml:6:18: bad-path: expected an absolute path with * and ? in the file's name only, found 'in/*.csv' (write for example /in/orders-*.csv)
      11-triggers.yaml:7:5: several-sources: expected one of file, webhook, event, cloudEvent, all, any, found file and webhook (join them with all: or any:)
      11-triggers.yaml:8:14: unknown-input: there is no input 'fil' (did you mean 'file'?)
      11-triggers.yaml:8:44: type-mismatch: expected a value of type string, found '7' (put it in quotes)
      11-triggers.yaml:8:53: type-mismatch: input 'size' is of type int, found one of type string
      11-triggers.yaml:9:5: missing-input: workflow 'triggered' needs the input 'file' (add it to inputs: of the trigger)
      11-triggers.yaml:9:5: missing-input: workflow 'triggered' needs the input 'size' (add it to inputs: of the trigger)
      11-triggers.yaml:9:5: missing-key: expected one of file, webhook, event, cloudEvent, all, any (say what the event is)
      11-triggers.yaml:11:23: password-in-file: the key of a signature is exactly one secret (store it with: outturn secret set NAME, and write ${secrets.NAME})
      11-triggers.yaml:11:43: bad-path: 'order' is not a path that is known here: a path begins with $ (write for example $.order.id or $.items[0])
      11-triggers.yaml:12:31: unknown-name: there is no 'trigger.nam' here (there are: id, key)
      11-triggers.yaml:14:23: unknown-workflow: there is no workflow 'nobody' (there are: callee, collect-fix-rate, expressions, jittered, keys, later, logs-longest, needs, references, schedules, short-lived, told, triggered, types, unreachable)
      11-triggers.yaml:14:35: unknown-word: a task can be skipped, a run cannot
      11-triggers.yaml:15:5: misplaced-key: within is for triggers with all only
      11-triggers.yaml:18:41: type-mismatch: expected same, previous, or a number of days such as -1, found '1.5'
      11-triggers.yaml:18:46: misplaced-key: otherwise says what happens after within (add within: 4h, or take otherwise away)
      12-policies.yaml:1:1: missing-key: a policy needs the key 'allow' (expected none, or a whole number from 1 to 10000)
      12-policies.yaml:1:48: unknown-word: expected one of mon, tue, wed, thu, fri, sat, sun, found the text 'monday'
      12-policies.yaml:5:8: out-of-range: expected none, or a whole number from 1 to 10000, found '-1'
      12-policies.yaml:6:11: unknown-timezone: there is no time zone 'Europe/Berln' (did you mean 'Europe/Berlin'?)
      12-policies.yaml:8:25: not-in-order: the window closes when it opens (leave from and to out for the whole day)
      12-policies.yaml:9:12: bad-time: expected a time such as "22:00", or a date or date and time such as 2026-12-24T18:00, found the text '22h'
      12-policies.yaml:9:27: unknown-calendar: there is no calendar 'uk-working-days' (there are none)
      12-policies.yaml:10:28: not-in-order: the window closes before it opens (put to after from)
      12-policies.yaml:11:28: not-in-order: one end of the window is a time of every day, the other one a date (write both in the same way)
      12-policies.yaml:11:37: misplaced-key: days is for windows that come again (write from and to as times such as "22:00", or take days away)
      12-policies.yaml:12:5: empty: the window says nothing (write from and to, days or a calendar; without during the policy is always in force)
      12-policies.yaml:13:30: unknown-workflow: there is no workflow 'tipes' (did you mean 'types'?)
      12-policies.yaml:13:58: unknown-word: expected one of run, shell, sql, http, collect, found the text 'wait'
      12-policies.yaml:13:73: unknown-pool: there is no pool 'housng-db' (there are: cpu)
      13-jitter.yaml:4:37: bad-duration: expected a jitter of at least 1s (a number and one of s, m, h, d, w)
      13-jitter.yaml:5:41: not-in-order: the jitter is longer than startWithin: what starts late enough would be missed (make jitter shorter, or startWithin longer)
      14-notify.yaml:1:1: one-of: a channel is one of mail, webhook, slack, teams and ticket (write exactly one)
      14-notify.yaml:7:7: missing-key: user and password come together, or not at all
      14-notify.yaml:7:38: bad-name: expected an address such as night-shift@example.org, found the text 'outturn'
      14-notify.yaml:7:51: empty: expected at least one, found none
      14-notify.yaml:8:28: not-in-order: quiet hours that end when they begin never end (write another time)
      14-notify.yaml:11:1: cycle: channels escalate in a circle: managers to night-shift to managers (take one of these escalations away)
      14-notify.yaml:13:14: bad-url: expected an address that begins with https:// or http://, found the text 'hooks.example.org' (write https://…, or ${secrets.NAME} if it is secret)
      14-notify.yaml:18:9: missing-key: a ticket of Jira needs a project (write fields: {project: KEY, issuetype: Task})
      14-notify.yaml:18:27: bad-url: expected an address such as https://example.service-now.com, found 'https://jira.example.org/' (without a / at its end, and without expressions)
      14-notify.yaml:25:19: unknown-word: expected one of failed, task-failed, late, predicted, long, unusual, early, missed, recovered, at-risk, found the text 'lat' (did you mean 'late'?)
      14-notify.yaml:25:34: unknown-channel: there is no channel 'night-shft' (did you mean 'night-shift'?)
      14-notify.yaml:26:10: missing-key: long needs the key 'longerThan' (expected a duration such as 30s, 10m, 2h, 5d or 12w)
      14-notify.yaml:27:45: unknown-deadline: there is no deadline 'list-out' (did you mean 'lists-out'?)
      14-notify.yaml:28:37: not-here: 'longerThan' is for long, and the rule is not about that (add long to on:, or take this away)
      14-notify.yaml:29:47: bad-duration: expected a duration such as 30s, 10m, 2h, 5d or 12w, found the text '3x'
      15-survey.yaml:3:8: missing-language: expected a text in each language of the survey, found one text (write {en: …, de: …})
      15-survey.yaml:4:10: missing-language: there is no text in the language 'de' of the survey (write {en: …, de: …})
      15-survey.yaml:5:21: unknown-word: expected one of en, de, found the text 'fr'
      15-survey.yaml:6:45: out-of-range: expected at most 2 attributes, found 3 (each further one makes it easier to tell who gave an answer)
      15-survey.yaml:6:64: unknown-key: a population has no key 'adress' (did you mean 'address'?)
      15-survey.yaml:8:3: too-many: a pulse has 5 questions at most, beside those of sus; this has 9 (gauge, happiness and umux-lite have two each, readiness has five)
      15-survey.yaml:9:25: misplaced-key: an instrument has its own questions and no 'name' (take one of the two away)
      15-survey.yaml:10:5: duplicate-name: there are two items 'g1' (the other is at 15-survey.yaml:9:18)
      15-survey.yaml:11:69: out-of-range: expected 2 to 8 choices, found 1
      15-survey.yaml:12:5: missing-key: an item needs the key 'name' (write instrument: gauge, or name, type and ask of a question of your own)
      15-survey.yaml:13:9: type-mismatch: expected a number of people such as 400, or a share such as 25%, found the text '0%'
      15-survey.yaml:14:12: not-in-order: expected reminders one after the other, before the wave closes (write reminders: [4d, 9d])
      15-survey.yaml:15:9: out-of-range: expected a duration from 1d to 90d for closes
      15-survey.yaml:16:9: unknown-attribute: there is no attribute 'sitee' (did you mean 'site'?)
      15-survey.yaml:17:10: unknown-channel: there is no channel 'night-shift2' (did you mean 'night-shift'?)
      15-survey.yaml:18:10: bad-name: expected an address such as https://outturn.example.org, found the text 'outturn.example.org'
      15-survey.yaml:19:17: out-of-range: expected a whole number from 5 to 1000, found '4'
      15-survey.yaml:19:30: out-of-range: expected a whole number from 10 to 1000, found '5'
      15-survey.yaml:21:1: not-an-address: the member 'ada' of the group 'members' is no address of mail (a survey goes to groups whose members are written as addresses)
      15-survey.yaml:21:1: not-mail: the channel 'hook' of the survey is not one of mail (people get their links by mail: name a channel with mail:)
      15-survey.yaml:25:30: misplaced-key: 'language' is for a population in a file
      15-survey.yaml:26:8: empty: a survey needs a question that is not of type text
      15-survey.yaml:26:41: too-many: a survey has one item of type text at most
      15-survey.yaml:34:127: misplaced-key: an instrument has its own questions and no 'choices' (take one of the two away)
      15-survey.yaml:34:136: empty: expected at least one, found none
      data/people.csv:1:1: unknown-column: there is no column 'age' (there are: email, site, team)
      data/staff.csv:3:1: bad-person: expected an address such as ann@example.org, found 'ann' (correct this line)
      data/staff.csv:4:1: bad-person: the address 'ann@example.org' comes twice; each person stands once (correct this line)
      data/staff.csv:5:1: bad-person: 1 cells; the header has 2 (correct this line)
      data/staff.csv:6:1: bad-person: a group is missing; every person has one of each attribute (correct this line)
      outturn.yaml:3:1: unknown-key: a project has no key 'titel' (did you mean 'title'?)
      outturn.yaml:4:13: bad-name: expected a web address such as https://git.example.org/ops/library, found the text 'git@git.example.org:ops/broken'
      """;
}
