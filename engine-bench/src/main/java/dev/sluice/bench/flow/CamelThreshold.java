package dev.sluice.bench.flow;

import dev.sluice.bench.PlainMaps;
import dev.sluice.bench.PlainPayload;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.model.RouteDefinition;

/** Threshold alert on Camel, in Java. */
public class CamelThreshold extends CamelPeer {
  /** Starts the route. */
  public CamelThreshold() {
    super(new PlainThreshold(), CamelThreshold::steps);
  }

  private static void steps(RouteDefinition route) {
    route
        .choice()
        .when(CamelThreshold::isHot)
        .process(CamelThreshold::convert)
        .process(CamelThreshold::describe)
        .choice()
        .when(severity("low"))
        .process(channel("mail"))
        .when(severity("medium"))
        .process(channel("text"))
        .when(severity("high"))
        .process(channel("call"))
        .end()
        .end();
  }

  static boolean isHot(Exchange exchange) {
    Map<String, Object> payload = payload(exchange);
    return PlainThreshold.isHot(payload, PlainPayload.data(payload));
  }

  private static void convert(Exchange exchange) {
    Map<String, Object> payload = payload(exchange);
    double fahrenheit = PlainMaps.number(PlainPayload.data(payload), "temperature");
    PlainPayload.addWorking(payload).put("celsius", (fahrenheit - 32) * 5 / 9);
  }

  static void describe(Exchange exchange) {
    Map<String, Object> payload = payload(exchange);
    double celsius = PlainMaps.number(PlainMaps.map(payload, "working"), "celsius");
    PlainThreshold.alert(payload, PlainPayload.data(payload), celsius);
  }

  static Predicate severity(String severity) {
    return exchange ->
        PlainThreshold.severity(PlainPayload.data(payload(exchange))).equals(severity);
  }

  static Processor channel(String channel) {
    return exchange -> PlainMaps.map(payload(exchange), "alert").put("channel", channel);
  }
}
