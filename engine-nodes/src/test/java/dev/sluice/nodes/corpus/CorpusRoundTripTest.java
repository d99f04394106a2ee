package dev.sluice.nodes.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
          "version");

  @TempDir Path folder;

  @Test
  void nothingIsLost() throws IOException {
    int number = 0;
    for (Corpus.Entry entry : Corpus.read()) {
      Path file = folder.resolve("flow" + number++ + ".json");
      Files.writeString(file, entry.document().toJson());
      try (Engine first = Engine.builder().build();
          Engine second = Engine.builder().build();
          Engine third = Engine.builder().build()) {
        ImportResult given = first.manage().flows().importArchive(file);
        ObjectValue bundle = exported(first.manage(), given);
        assertEquals(List.of(), missing(entry.document(), bundle, given), entry.name());
        assertEquals(
            withoutIds(bundle),
            withoutIds(
                exported(
                    second.manage(),
                    second
                        .manage()
                        .flows()
                        .importBundle(first.manage().flows().exportBundle(ids(given))))),
            entry.name());
        Path zip = folder.resolve(file.getFileName() + ".zip");
        first.manage().flows().exportArchive(ids(given), zip);
        assertEquals(
            withoutIds(bundle),
            withoutIds(exported(third.manage(), third.manage().flows().importArchive(zip))),
            entry.name());
      }
    }
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

  /** A bundle with numbers in place of the ids that only its own store knows. */
  private static Value withoutIds(ObjectValue bundle) {
    String json = bundle.toJson();
    int number = 0;
    for (String part : List.of("flows", "flowVersions")) {
      for (Value item : (ArrayValue) bundle.get(part)) {
        json = json.replace(item.get("id").toText(), "#" + number++);
      }
    }
    return Value.parseJson(json);
  }
}
