package outturn.bench.history;

import outturn.cli.client.Request;

/// A way to list runs, 50 of them.
enum Listing {
  NEWEST("newest") {
    @Override
    Request request(Draws draws) {
      return runs();
    }
  },
  PAGE("a page at any place") {
    @Override
    Request request(Draws draws) {
      return runs().with("after", draws.place());
    }
  },
  NOT_CALLED("not called by others") {
    @Override
    Request request(Draws draws) {
      return runs().with("called", "false").with("after", draws.place());
    }
  },
  WORKFLOW("workflow") {
    @Override
    Request request(Draws draws) {
      return runs().with("workflow", draws.workflow());
    }
  },
  WORKFLOW_PAGE("workflow, a page at any place") {
    @Override
    Request request(Draws draws) {
      return runs().with("workflow", draws.workflow()).with("after", draws.place());
    }
  },
  LIVE("state running,waiting") {
    @Override
    Request request(Draws draws) {
      return runs().with("state", "running,waiting");
    }
  },
  FAILED("state failed") {
    @Override
    Request request(Draws draws) {
      return runs().with("state", "failed");
    }
  },
  FAILED_PAGE("state failed, a page at any place") {
    @Override
    Request request(Draws draws) {
      return runs().with("state", "failed").with("after", draws.place());
    }
  },
  CANCELLED_OF_WORKFLOW("workflow, state cancelled") {
    @Override
    Request request(Draws draws) {
      return runs().with("state", "cancelled").with("workflow", draws.workflow());
    }
  },
  DATE("business date") {
    @Override
    Request request(Draws draws) {
      return runs().with("businessDate", draws.date());
    }
  },
  DATE_OF_WORKFLOW("business date, workflow") {
    @Override
    Request request(Draws draws) {
      return runs().with("businessDate", draws.date()).with("workflow", draws.workflow());
    }
  },
  DATE_FAILED("business date, state failed") {
    @Override
    Request request(Draws draws) {
      return runs().with("businessDate", draws.date()).with("state", "failed");
    }
  },
  PROJECT("project") {
    @Override
    Request request(Draws draws) {
      return runs().with("project", draws.project());
    }
  },
  PROJECT_FAILED("project, state failed, a page at any place") {
    @Override
    Request request(Draws draws) {
      return runs()
          .with("project", draws.project())
          .with("state", "failed")
          .with("after", draws.place());
    }
  };

  private final String word;

  Listing(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  abstract Request request(Draws draws);

  private static Request runs() {
    return Request.get("runs");
  }
}
