package dev.sluice.bench.flow;

import dev.sluice.bench.PlainMaps;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;

/** A route of Apache Camel, called by a producer; the payload is the body. */
abstract class CamelPeer extends Peer {
  private static final String URI = "direct:flow";

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final Endpoint endpoint;
  private final Producer producer;

  CamelPeer(PlainFlow plain, Consumer<RouteDefinition> steps) {
    super(plain);
    context.disableJMX();
    context.setMessageHistory(false);
    context.setStreamCaching(false);
    try {
      context.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              steps.accept(from(URI));
            }
          });
      context.start();
      endpoint = context.getEndpoint(URI);
      producer = endpoint.createProducer();
      producer.start();
    } catch (Exception e) {
      throw new IllegalStateException("The route does not start", e);
    }
  }

  @Override
  final Map<String, Object> finish(Map<String, Object> payload) throws Exception {
    Exchange exchange = endpoint.createExchange();
    exchange.getMessage().setBody(payload);
    producer.process(exchange);
    if (exchange.isFailed()) {
      throw exchange.getException();
    }
    return payload(exchange);
  }

  @Override
  final void stop() {
    producer.stop();
    context.stop();
  }

  @SuppressWarnings("unchecked") // what the producer sent
  static Map<String, Object> payload(Exchange exchange) {
    return (Map<String, Object>) Objects.requireNonNull(exchange.getMessage().getBody());
  }

  static <T> T variable(Exchange exchange, String name, Class<T> type) {
    return Objects.requireNonNull(exchange.getVariable(name, type));
  }

  /** Gives a branch a payload of its own. */
  static Processor copy() {
    return exchange -> exchange.getMessage().setBody(PlainMaps.copy(payload(exchange)));
  }
}
