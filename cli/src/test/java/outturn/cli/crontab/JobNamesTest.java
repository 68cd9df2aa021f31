package outturn.cli.crontab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      value = {
        "/usr/local/bin/play_random.sh                    ^ play-random",
        ". ~/.bashrc && $BIN/hold_targeter.pl --x         ^ hold-targeter",
        "periodic daily                                   ^ periodic-daily",
        "/bin/sh /etc/weekly                              ^ weekly",
        "env LANG=C php /var/www/buildStatistics.php      ^ build-statistics",
        "cd /srv && ./manage.py enqueue_digests           ^ manage-enqueue-digests",
        "[ -d /var/x ] && find /var/x -delete             ^ find",
        "test -x /bin/y || /bin/z                         ^ z",
        "sleep $((RANDOM % 1800)) && /usr/libexec/setup   ^ setup",
        "flock -n /tmp/lock /opt/sync.sh                  ^ sync",
        "nice -n 19 ionice -c3 /opt/dump                  ^ dump",
        "sudo -u www-data php -q /srv/cron.php            ^ cron",
        "timeout 300 python3 -m pkg.tool                  ^ pkg-tool",
        "/opt/3proxy                                      ^ job-3proxy",
        "%                                                ^ job",
        "/opt/über                                        ^ ber",
      })
  void theNameIsThatOfTheProgramThatMatters(String command, String name) {
    assertThat(new JobNames(Set.of()).next(command)).isEqualTo(name);
  }

  @Test
  void eachNameIsGivenOnce() {
    var names = new JobNames(Set.of("load"));

    assertThat(names.next("/bin/load --all daily")).isEqualTo("load-daily");
    assertThat(names.next("/bin/load --all daily")).isEqualTo("load-2");
    assertThat(names.next("/bin/load")).isEqualTo("load-3");
  }

  @Test
  void longNamesAreCutWithinWhatIsAllowed() {
    var names = new JobNames(Set.of());
    var command = "/bin/" + "long-".repeat(40);

    assertThat(names.next(command)).hasSizeLessThanOrEqualTo(63).doesNotEndWith("-");
    assertThat(names.next(command)).hasSizeLessThanOrEqualTo(63).endsWith("-2");
  }
}
