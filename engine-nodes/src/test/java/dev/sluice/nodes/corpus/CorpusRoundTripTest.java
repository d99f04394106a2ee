package dev.sluice.nodes.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.manage.ImportResult;
import dev.sluice.api.manage.Management;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every real flow can be taken in, given out as a bundle and as an archive, and nothing is lost.
 */
class CorpusRoundTripTest {
  /** What a management gives anew, or has from the flow. */
  private static final Set<String> MANAGED =
      Set.of(
          "id",
          "applicationId",
          "creationDate",
          "lastUpdated",
          "createdById",
          "createdByType",
          "lastUpdatedById",
          "lastUpdatedByType",
          "name",
          "flowClass",
          "flowId",
          "version",
          "customNodes",
          "customNodeVersions");

  @TempDir Path folder;

  @Test
  void nothingIsLost() throws IOException {
    try (Engine first = Engine.builder().build();
        Engine second = Engine.builder().build();
        Engine third = Engine.builder().build()) {
      for (Corpus.Entry entry : Corpus.read()) {
        roundTrip(entry, first.manage(), second.manage(), third.manage());
      }
    }
  }

  private void roundTrip(Corpus.Entry entry, Management first, Management second, Management third)
      throws IOException {
    Path file = folder.resolve("flow.json");
    Files.writeString(file, entry.document().toJson());
    ImportResult given = first.flows().importArchive(file);
    ObjectValue bundle = exported(first, given);
    assertEquals(List.of(), missing(entry.document(), bundle, given), entry.name());
    for (String part : List.of("customNodes", "customNodeVersions")) {
      if (entry.document().get(part) instanceof ArrayValue called) {
        // They are flows and versions like all others now.
        Map<String, String> ids = part.equals("customNodes") ? given.flowIds() : given.versionIds();
        called.forEach(item -> assertTrue(ids.containsKey(item.get("id").toText()), part));
      }
    }
    assertEquals(
        withoutIds(bundle),
        withoutIds(exported(second, second.flows().importBundle(bundle))),
        entry.name());
    Path zip = folder.resolve("flow.zip");
    Files.deleteIfExists(zip);
    first.flows().exportArchive(ids(given), zip);
    assertEquals(
        withoutIds(bundle),
        withoutIds(exported(third, third.flows().importArchive(zip))),
        entry.name());
  }

  private static List<String> ids(ImportResult result) {
    return result.flows().stream().map(flow -> flow.id()).toList();
  }

  private static ObjectValue exported(Management management, ImportResult result) {
    return management.flows().exportBundle(ids(result));
  }

  /** The properties of a document that none of the bundle's has, with its new ids. */
  private static List<String> missing(ObjectValue document, ObjectValue bundle, ImportResult ids) {
    String renamed = document.toJson();
    Map<String, String> all = new TreeMap<>(ids.flowIds());
    all.putAll(ids.versionIds());
    for (Map.Entry<String, String> id : all.entrySet()) {
      renamed = renamed.replace(id.getKey(), id.getValue());
    }
    ObjectValue wanted = (ObjectValue) Value.parseJson(renamed);
    List<ObjectValue> found = new ArrayList<>();
    for (String part : List.of("flows", "flowVersions")) {
      ((ArrayValue) bundle.get(part)).forEach(item -> found.add((ObjectValue) item));
    }
    List<String> missing = new ArrayList<>();
    for (String name : wanted.keys()) {
      if (!MANAGED.contains(name)
          && found.stream().noneMatch(item -> item.get(name).equals(wanted.get(name)))) {
        missing.add(name);
      }
    }
    return missing;
  }

  /** A bundle in the order of names, with numbers in place of the ids that only its store knows. */
  private static Value withoutIds(ObjectValue bundle) {
    List<String> ids = new ArrayList<>();
    ObjectValue.Builder sorted = ObjectValue.builder();
    for (String part : List.of("flows", "flowVersions")) {
      List<Value> items = new ArrayList<>();
      ((ArrayValue) bundle.get(part)).forEach(items::add);
      items.sort(
          Comparator.comparing(
              item -> item.get("name").toText() + " " + item.get("version").toText()));
      items.forEach(item -> ids.add(item.get("id").toText()));
      sorted.put(part, ArrayValue.of(items));
    }
    String json = sorted.build().toJson();
    for (String id : ids) {
      json = json.replace(id, "#" + ids.indexOf(id));
    }
    return Value.parseJson(json);
  }
}
