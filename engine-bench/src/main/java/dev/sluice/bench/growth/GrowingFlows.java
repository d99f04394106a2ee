package dev.sluice.bench.growth;

import dev.sluice.api.flow.Flow;
import dev.sluice.bench.PlainMaps;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Flows of any length and width, and data of any size to run them with. */
final class GrowingFlows {
  private static final String FLOW =
      """
      {"id": "%s", "name": "%<s", "flowClass": "cloud", "globals": [],
       "triggers": [{"key": "press", "type": "virtualButton", "config": {}, "outputIds": [[%s]]}],
       "nodes": [%s]}
      """;
  private static final String NODE =
      """
      {"id": "n%d", "type": "MutateNode", "config": {"rules": [%s]}, "outputIds": [[%s]]}
      """;
  private static final String SET =
      """
      {"type": "set", "valueTemplate": "%s", "destination": "%s"}
      """;
  private static final String ITEM =
      """
      {"name": "sensor-%d", "value": %d.25, "unit": "celsius"}
      """
          .strip();

  private GrowingFlows() {}

  /** A flow of so many nodes in a row, each of which writes a text with a reference in it. */
  static Flow chain(String id, int nodes) {
    return Flow.parse(chainText(id, nodes));
  }

  /** The document of such a flow. */
  static String chainText(String id, int nodes) {
    return row(
        id, nodes, i -> SET.formatted(id + " step " + i + " of {{data.name}}", "working.step"));
  }

  /** A flow of so many nodes in a row that do nothing, so that what it costs is the engine's. */
  static Flow emptyChain(String id, int nodes) {
    return Flow.parse(row(id, nodes, i -> ""));
  }

  /** A flow that forks into so many branches, each of which writes a text of its own. */
  static Flow fan(String id, int branches) {
    String nodes =
        numbers(
            branches,
            i ->
                NODE.formatted(
                    i,
                    SET.formatted(id + " branch " + i + " of {{data.name}}", "working.branch"),
                    ""));
    return Flow.parse(FLOW.formatted(id, numbers(branches, i -> "\"n" + i + "\""), nodes));
  }

  /** A flow that reads and writes a little of its payload, however large that is. */
  static Flow touch(String id) {
    String rules =
        SET.formatted("{{data.name}} is seen", "data.seen")
            + ", {\"type\": \"copy\", \"source\": \"data.items.[0].name\", \"destination\": \"working.first\"}";
    return Flow.parse(FLOW.formatted(id, "\"n1\"", NODE.formatted(1, rules, "")));
  }

  private static String row(String id, int nodes, IntFunction<String> rules) {
    String row =
        numbers(
            nodes,
            i -> NODE.formatted(i, rules.apply(i), i == nodes ? "" : "\"n" + (i + 1) + "\""));
    return FLOW.formatted(id, "\"n1\"", row);
  }

  private static String numbers(int count, IntFunction<String> each) {
    return IntStream.rangeClosed(1, count).mapToObj(each).collect(Collectors.joining(", "));
  }

  /** Data whose JSON has about so many characters: a name, and a list of items. */
  static Map<String, Object> data(int size) {
    StringBuilder json = new StringBuilder("{\"name\": \"sensor-0\", \"items\": [");
    json.append(ITEM.formatted(0, 0));
    for (int i = 1; json.length() + ITEM.length() < size; i++) {
      json.append(", ").append(ITEM.formatted(i, i % 100));
    }
    return PlainMaps.parse(json.append("]}").toString());
  }
}
