package dev.sluice.core.manage;

import static dev.sluice.core.manage.TestFlows.json;
import static dev.sluice.core.manage.TestFlows.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.payload.ObjectValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is demanded of the storage entries of a flow. */
interface StorageEntriesContract extends TestedManagement {
  @Test
  default void storageEntriesAreReadWrittenAndCleared() {
    String id = post(json("{'name':'Flow'}"));
    var flow = management().flow(id);
    assertEquals(
        json("{'success':true}"), flow.setStorageEntry(json("{'key':'ä','value':[1]}")).toJson());
    flow.setStorageEntry(json("{'key':'b','value':null}"));
    flow.setStorageEntry(json("{'key':'c','value':'x'}"));
    flow.setStorageEntry(json("{'key':'c'}"));

    assertEquals(json("{'b':null,'ä':[1]}"), flow.getStorageEntries());
    assertEquals(
        json("{'keysCount':2,'memoryUsed':10}"), flow.getStorageEntriesMetadata().toJson());
    assertEquals(ObjectValue.empty(), flow.clearStorageEntries());
    assertEquals(ObjectValue.empty(), flow.getStorageEntries());
    assertEquals(0, flow.getStorageEntriesMetadata().keysCount());
  }

  @Test
  default void aMalformedStorageEntryIsRefused() {
    var flow = management().flow(post(json("{'name':'Flow'}")));
    for (String entry : List.of("{}", "{'key':''}", "{'key':5}", "{'key':'k','other':1}")) {
      invalid(() -> flow.setStorageEntry(json(entry)));
    }
    invalid(() -> flow.setStorageEntry(ObjectValue.of("key", text("k".repeat(256)))));
    ObjectValue.Builder entry = ObjectValue.builder().put("key", "k".repeat(255));
    flow.setStorageEntry(entry.put("value", "x".repeat(16 * 1024 - 2)).build());
    invalid(() -> flow.setStorageEntry(entry.put("value", "x".repeat(16 * 1024 - 1)).build()));
    assertEquals(1, flow.getStorageEntriesMetadata().keysCount());
  }
}
