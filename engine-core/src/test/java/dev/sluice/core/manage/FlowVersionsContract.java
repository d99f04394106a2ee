package dev.sluice.core.manage;

import static dev.sluice.core.manage.TestFlows.json;
import static dev.sluice.core.manage.TestFlows.saying;
import static dev.sluice.core.manage.TestFlows.text;
import static dev.sluice.core.manage.TestFlows.version;
import static dev.sluice.core.manage.TestedManagement.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sluice.api.manage.BulkDeletion;
import dev.sluice.api.manage.FlowVersionPage;
import dev.sluice.api.manage.FlowVersionsQuery;
import dev.sluice.api.manage.ImportResult;
import dev.sluice.api.manage.SortDirection;
import dev.sluice.api.manage.StoredVersion;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is demanded of the versions of a flow. */
interface FlowVersionsContract extends TestedManagement {
  @Test
  default void aVersionIsMadeReadAndDeleted() {
    String id = post(saying("Flow", "develop"));
    StoredVersion made =
        management()
            .flowVersions(id)
            .post(version(saying("", "v1"), "v1").toBuilder().put("notes", "first").build());

    ObjectValue expected =
        version(saying("", "v1"), "v1").toBuilder()
            .put("notes", "first")
            .put("enabled", true)
            .put("flowClass", "cloud")
            .put("globals", ArrayValue.of())
            .put("id", text(made.id()))
            .put("flowVersionId", text(made.id()))
            .put("flowId", id)
            .put("applicationId", APPLICATION)
            .put("creationDate", NOW)
            .put("lastUpdated", NOW)
            .build();
    assertEquals(expected, made.toJson());
    for (String idOrName : List.of("v1", String.valueOf(made.id()))) {
      ObjectValue got = management().flowVersion(id, idOrName).get().toJson();
      assertEquals(expected, got.toBuilder().remove("stats").build());
    }
    management().flowVersion(id, "v1").delete();
    notFound(() -> management().flowVersion(id, "v1").get());
    refusedRun(id, "v1");
  }

  @Test
  default void aVersionWithoutContentIsEmpty() {
    String id = post(saying("Flow", "develop"));

    ObjectValue made = management().flowVersions(id).post(json("{'version':'v1'}")).toJson();

    assertEquals(ArrayValue.of(), made.get("triggers"));
    assertEquals(ArrayValue.of(), made.get("nodes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'version':'develop'}",
        "{'version':'default'}",
        "{'version':''}",
        "{}",
        "{'version':'v','name':'n'}",
        "{'version':'v','customNodeSupports':[]}"
      })
  default void aMalformedVersionIsRefused(String version) {
    String id = post(json("{'name':'Flow'}"));

    invalid(() -> management().flowVersions(id).post(json(version)));
  }

  @Test
  default void aVersionTakesThePlaceOfAnotherIfAllowed() {
    String id = post(saying("Flow", "develop"));
    var versions = management().flowVersions(id);
    StoredVersion first = versions.post(version(saying("", "old"), "v1"));
    management().flow(id).patch(ObjectValue.of("defaultVersionId", text(first.id())));
    invalid(() -> versions.post(version(saying("", "new"), "v1")));

    StoredVersion second = versions.post(version(saying("", "new"), "v1"), true, false);

    assertEquals(first.id(), second.id());
    assertEquals(1, versions.get(FlowVersionsQuery.defaults()).totalCount());
    run(id);
    assertEquals(json("{'new':1}"), management().flow(id).getStorageEntries());
  }

  @Test
  default void onlyNotesAndEnabledOfAVersionChange() {
    String id = post(saying("Flow", "develop"));
    StoredVersion v1 = management().flowVersions(id).post(version(saying("", "v1"), "v1"));
    clock().advance(Duration.ofSeconds(1));

    ObjectValue changed =
        management().flowVersion(id, "v1").patch(json("{'notes':'n','enabled':false}")).toJson();

    assertEquals(Value.of("n"), changed.get("notes"));
    assertEquals(Value.of(false), changed.get("enabled"));
    assertEquals(Value.of("2025-03-04T05:06:08.123Z"), changed.get("lastUpdated"));
    assertEquals(v1.toJson().get("nodes"), changed.get("nodes"));
    refusedRun(id, "v1");
    invalid(() -> management().flowVersion(id, "v1").patch(json("{'nodes':[]}")));
    invalid(() -> management().flowVersion(id, "develop").patch(json("{'notes':'n'}")));
    invalid(() -> management().flowVersion(id, "develop").delete());
  }

  @Test
  default void developAndDefaultAreNamesOfVersions() {
    String id = post(saying("Flow", "develop"));
    StoredVersion v1 = management().flowVersions(id).post(version(saying("", "v1"), "v1"));

    ObjectValue develop = management().flowVersion(id, "develop").get().toJson();
    assertEquals(Value.of("develop"), develop.get("version"));
    assertFalse(develop.has("id"));
    assertEquals(
        Value.of("develop"), management().flowVersion(id, "default").get().toJson().get("version"));
    management().flow(id).patch(ObjectValue.of("defaultVersionId", text(v1.id())));
    assertEquals(
        Value.of("v1"), management().flowVersion(id, "default").get().toJson().get("version"));
    invalid(() -> management().flowVersion(id, "v1").delete());
  }

  @Test
  default void versionsAreListedFilteredAndQueried() {
    String id = post(json("{'name':'Flow'}"));
    var versions = management().flowVersions(id);
    versions.post(json("{'version':'v1.0'}"));
    versions.post(json("{'version':'v1.1','enabled':false}"));
    clock().advance(Duration.ofSeconds(1));
    versions.post(json("{'version':'v2.0','triggers':[{'type':'webhook','key':'h'}]}"));
    FlowVersionsQuery query = FlowVersionsQuery.defaults();

    FlowVersionPage page = versions.get(query.withFilter("v1*"));
    assertEquals(List.of("v1.0", "v1.1"), names(page));
    assertEquals(Value.of("version"), page.toJson().get("filterField"));
    assertEquals(text(id), page.toJson().get("flowId"));
    assertEquals(
        List.of("v2.0", "v1.1"),
        names(versions.get(query.withPerPage(2).withSortDirection(SortDirection.DESCENDING))));
    assertEquals(
        List.of("v2.0"),
        names(versions.get(query.withQuery(json("{'triggers':{'type':'webhook'}}")))));
    assertEquals(
        List.of("v1.1"),
        names(
            versions.get(
                query.withQuery(json("{'version':{'$startsWith':'v1'},'enabled':false}")))));
    invalid(() -> versions.get(query.withSortField("name")));
  }

  @Test
  default void versionsAreDeletedInBulk() {
    String id = post(json("{'name':'Flow'}"));
    var versions = management().flowVersions(id);
    StoredVersion kept = versions.post(json("{'version':'v1.0'}"));
    versions.post(json("{'version':'v1.1'}"));
    versions.post(json("{'version':'v2.0'}"));
    management().flow(id).patch(ObjectValue.of("defaultVersionId", text(kept.id())));

    BulkDeletion deletion = versions.delete(json("{'query':{'version':{'$startsWith':'v1'}}}"));

    assertEquals(json("{'removed':1,'failed':1}"), deletion.toJson());
    assertEquals(List.of("v1.0", "v2.0"), names(versions.get(FlowVersionsQuery.defaults())));
    invalid(() -> versions.delete(json("{}")));
    invalid(() -> versions.delete(json("{'query':{'colour':1}}")));
    invalid(() -> versions.delete(json("{'query':{},'callbackUrl':1}")));
  }

  @Test
  default void aLargeBulkDeletionIsDoneWhenItAnswers() {
    String id = UNKNOWN;
    ArrayValue.Builder bundled = ArrayValue.builder();
    for (int i = 0; i < 1_000; i++) {
      bundled.add(json("{'flowId':'" + id + "','version':'v" + i + "'}"));
    }
    ImportResult imported =
        management()
            .flows()
            .importBundle(
                ObjectValue.builder()
                    .put("flows", ArrayValue.of(List.of(json("{'id':'" + id + "','name':'Flow'}"))))
                    .put("flowVersions", bundled.build())
                    .build());
    String flowId = imported.flows().getFirst().id();
    var versions = management().flowVersions(flowId);
    assertEquals(1_000, versions.get(FlowVersionsQuery.defaults()).totalCount());

    BulkDeletion deletion =
        versions.delete(
            json(
                "{'query':{'version':{'$ne':'v7'}},'email':'a@example.com',"
                    + "'callbackUrl':'https://example.com'}"));

    assertEquals(new BulkDeletion(999, 0), deletion);
    assertEquals(List.of("v7"), names(versions.get(FlowVersionsQuery.defaults())));
  }
}
