package outturn.runtime.notify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.definition.notify.Channel;
import outturn.definition.project.Kind;
import outturn.runtime.project.Versions;
import outturn.store.project.ProjectReader;

/// The channels of all projects, each at the version that says it.
public final class ChannelsInForce {
  private final ProjectReader projects;
  private final Versions versions;
  private volatile @Nullable Known known;

  private record Known(long newest, Map<String, Channel> channels) {}

  public ChannelsInForce(ProjectReader projects, Versions versions) {
    this.projects = projects;
    this.versions = versions;
  }

  public Optional<Channel> find(String name) {
    return Optional.ofNullable(all().get(name));
  }

  public Map<String, Channel> all() {
    long newest = projects.newestVersion();
    var now = known;
    if (now == null || now.newest() != newest) {
      now = new Known(newest, read());
      known = now;
    }
    return now.channels();
  }

  private Map<String, Channel> read() {
    var channels = new HashMap<String, Channel>();
    for (var object : projects.inForce()) {
      if (!object.name().kind().equals(Kind.CHANNEL.word())) continue;
      var name = object.name().name();
      versions
          .project(object.version())
          .channels()
          .find(name)
          .ifPresent(channel -> channels.put(name, channel));
    }
    return Map.copyOf(channels);
  }
}
