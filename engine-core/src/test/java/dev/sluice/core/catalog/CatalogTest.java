package dev.sluice.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sluice.api.flow.FlowClass;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
  private static final Set<FlowClass> ALL = Set.of(FlowClass.values());
  private static final Set<FlowClass> ALL_BUT_EMBEDDED =
      Set.of(FlowClass.CLOUD, FlowClass.EXPERIENCE, FlowClass.EDGE, FlowClass.CUSTOM_NODE);
  private static final Set<FlowClass> ON_THE_PLATFORM =
      Set.of(FlowClass.CLOUD, FlowClass.EXPERIENCE, FlowClass.CUSTOM_NODE);
  private static final Set<FlowClass> EDGE = Set.of(FlowClass.EDGE);

  private final Catalog catalog = Catalog.load();

  static Stream<Arguments> nodes() {
    return Stream.of(
        arguments("ConditionalNode", ALL, null),
        arguments("MutateNode", ALL, null),
        arguments("DebugNode", ALL, null),
        arguments("GenerateIdNode", ALL, "1.1.0"),
        arguments("ThrowErrorNode", ALL, "1.48.0"),
        arguments("LoopNode", ALL_BUT_EMBEDDED, null),
        arguments("RawFunctionNode", ALL_BUT_EMBEDDED, null),
        arguments("HashNode", ALL_BUT_EMBEDDED, "1.1.0"),
        arguments("CSVDecodeNode", ALL_BUT_EMBEDDED, "1.6.0"),
        arguments("EndpointReplyNode", ON_THE_PLATFORM, null),
        arguments("GetDeviceNode", ON_THE_PLATFORM, null),
        arguments("ModbusReadNode", EDGE, "1.0.0"),
        arguments("UdpSendNode", EDGE, "1.2.0"),
        arguments("CustomNodeCapNode", Set.of(FlowClass.CUSTOM_NODE), null),
        arguments("Base64EncodeNode", Set.of(FlowClass.EMBEDDED), null));
  }

  @ParameterizedTest
  @MethodSource("nodes")
  void knowsWhereANodeMayBeUsed(String type, Set<FlowClass> classes, @Nullable String agent) {
    assertEquals(new CatalogEntry(type, classes, agent), catalog.node(type).orElseThrow());
  }

  static Stream<Arguments> triggers() {
    return Stream.of(
        arguments("virtualButton", ALL, "1.5.0"),
        arguments("timer", Set.of(FlowClass.CLOUD, FlowClass.EDGE, FlowClass.EMBEDDED), "1.0.0"),
        arguments("webhook", Set.of(FlowClass.CLOUD), null),
        arguments("endpoint", Set.of(FlowClass.EXPERIENCE), null),
        arguments("customNodeStart", Set.of(FlowClass.CUSTOM_NODE), null),
        arguments("onBoot", EDGE, "1.11.0"),
        arguments(
            "flowError", Set.of(FlowClass.CLOUD, FlowClass.EXPERIENCE, FlowClass.EDGE), "1.13.0"));
  }

  @ParameterizedTest
  @MethodSource("triggers")
  void knowsWhereATriggerMayBeUsed(String type, Set<FlowClass> classes, @Nullable String agent) {
    assertEquals(new CatalogEntry(type, classes, agent), catalog.trigger(type).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "conditionalnode", "ConditionalNode ", "Conditional", "virtualButton"})
  void knowsNoOtherNodes(String type) {
    assertTrue(catalog.node(type).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "VirtualButton", "button", "ConditionalNode"})
  void knowsNoOtherTriggers(String type) {
    assertTrue(catalog.trigger(type).isEmpty());
  }

  @Test
  void everyLineIsAnEntryOfItsOwn() throws IOException {
    Set<String> seen = new HashSet<>();
    for (String line : lines()) {
      String[] words = line.split(" ", -1);
      assertTrue(words.length == 3 || words.length == 4, line);
      assertTrue(seen.add(words[0] + " " + words[1]), () -> "Listed twice: " + line);
      CatalogEntry entry =
          (words[0].equals("node") ? catalog.node(words[1]) : catalog.trigger(words[1]))
              .orElseThrow();
      assertFalse(entry.flowClasses().isEmpty(), line);
      String agent = entry.minimumAgentVersion();
      assertTrue(agent == null || AgentVersion.parse(agent).isPresent(), line);
      assertTrue(agent == null || entry.flowClasses().contains(FlowClass.EDGE), line);
    }
    assertTrue(seen.size() > 180, () -> "The catalog has only " + seen.size() + " entries");
  }

  private static List<String> lines() throws IOException {
    try (InputStream stream =
            Objects.requireNonNull(Catalog.class.getResourceAsStream("types.txt"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }
}
