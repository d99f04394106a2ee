package dev.sluice.bench.flow;

import dev.sluice.bench.PlainPayload;
import java.util.Map;
import org.apache.camel.Processor;
import org.apache.camel.model.MulticastDefinition;
import org.apache.camel.model.RouteDefinition;

/** Fan-out on Camel, in Java. */
public class CamelFanOut extends CamelPeer {
  /** Starts the route. */
  public CamelFanOut() {
    super(new PlainFanOut(), CamelFanOut::steps);
  }

  private static void steps(RouteDefinition route) {
    MulticastDefinition branches = route.multicast().onPrepare(copy());
    for (int i = 1; i <= PlainFanOut.BRANCHES; i++) {
      branches.process(branch("branch " + i + " of "));
    }
    branches.end();
  }

  private static Processor branch(String before) {
    return exchange -> {
      Map<String, Object> payload = payload(exchange);
      PlainPayload.working(payload)
          .put("branch", PlainPayload.text(before, PlainPayload.name(payload), ""));
    };
  }
}
