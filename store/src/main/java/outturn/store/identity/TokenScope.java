package outturn.store.identity;

import java.util.List;

/// Where a token's role holds: in these projects and for these services; with none of them wherever
/// its user's does.
public record TokenScope(List<String> projects, List<String> services) {
  public static final TokenScope EVERYWHERE = new TokenScope(List.of(), List.of());

  public TokenScope {
    projects = List.copyOf(projects);
    services = List.copyOf(services);
  }

  boolean isEverywhere() {
    return projects.isEmpty() && services.isEmpty();
  }
}
