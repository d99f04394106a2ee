package dev.sluice.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeType;
import dev.sluice.core.catalog.Catalog;
import dev.sluice.core.catalog.CatalogEntry;
import dev.sluice.nodes.logic.ConditionalNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The node types that come with the engine are found, and are as the flow format has them. */
class NodeTypesTest {
  private static final String SERVICE = NodeType.class.getName();

  private static Path classes() throws URISyntaxException {
    return Path.of(
        ConditionalNode.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static List<NodeDescription> descriptions() {
    List<NodeDescription> descriptions = new ArrayList<>();
    for (NodeType<?> type : ServiceLoader.load(NodeType.class)) {
      descriptions.add(type.description());
    }
    return descriptions;
  }

  /** The build lists them from the module's descriptor. */
  private static List<String> listedForTheClassPath() throws IOException {
    try (InputStream list =
        Objects.requireNonNull(
            ConditionalNode.class.getResourceAsStream("/META-INF/services/" + SERVICE))) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  void theModulePathAndTheClassPathOfferTheSameTypes() throws IOException, URISyntaxException {
    List<String> provided =
        ModuleFinder.of(classes())
            .find("dev.sluice.nodes")
            .orElseThrow()
            .descriptor()
            .provides()
            .stream()
            .filter(provides -> provides.service().equals(SERVICE))
            .map(Provides::providers)
            .flatMap(List::stream)
            .toList();
    List<String> listed = listedForTheClassPath();
    assertEquals(listed.size(), new TreeSet<>(listed).size(), "A type is listed twice");
    assertEquals(new TreeSet<>(provided), new TreeSet<>(listed));
  }

  @Test
  void noTypeIsForgotten() throws IOException, URISyntaxException {
    Path root = classes();
    try (Stream<Path> files = Files.walk(root)) {
      List<String> present =
          files
              .filter(file -> file.toString().endsWith("Node.class"))
              .map(file -> root.relativize(file).toString())
              .filter(name -> !name.contains("$"))
              .map(name -> name.replace(".class", "").replace('/', '.').replace('\\', '.'))
              .toList();
      assertEquals(new TreeSet<>(listedForTheClassPath()), new TreeSet<>(present));
    }
  }

  @Test
  void everyTypeIsAsTheCatalogHasIt() {
    Catalog catalog = Catalog.load();
    List<String> disagreements = new ArrayList<>();
    for (NodeDescription description : descriptions()) {
      Optional<CatalogEntry> entry = catalog.node(description.type());
      if (entry.isEmpty()) {
        disagreements.add(description.type() + " is not in the catalog");
        continue;
      }
      if (!entry.get().flowClasses().equals(description.flowClasses())) {
        disagreements.add(description.type() + " differs in its flow classes");
      }
      if (!Objects.equals(entry.get().minimumAgentVersion(), description.minimumAgentVersion())) {
        disagreements.add(description.type() + " differs in its agent version");
      }
    }
    assertEquals(List.of(), disagreements);
  }

  @Test
  void typesAndNamesAreUnique() {
    List<NodeDescription> descriptions = descriptions();
    assertFalse(descriptions.isEmpty());
    assertEquals(
        descriptions.size(), descriptions.stream().map(NodeDescription::type).distinct().count());
    assertEquals(
        descriptions.size(), descriptions.stream().map(NodeDescription::name).distinct().count());
  }

  @Test
  void everyTypeTellsPeopleWhatItIs() {
    for (NodeDescription description : descriptions()) {
      assertFalse(description.label().isBlank(), description.type());
      assertFalse(description.category().isBlank(), description.type());
      assertTrue(description.description().endsWith("."), description.type());
      assertFalse(description.flowClasses().isEmpty(), description.type());
    }
  }
}
