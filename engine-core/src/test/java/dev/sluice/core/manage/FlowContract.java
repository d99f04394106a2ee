package dev.sluice.core.manage;

import static dev.sluice.core.manage.TestFlows.json;
import static dev.sluice.core.manage.TestFlows.saying;
import static dev.sluice.core.manage.TestFlows.text;
import static dev.sluice.core.manage.TestFlows.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.manage.Author;
import dev.sluice.api.manage.ErrorsQuery;
import dev.sluice.api.manage.FlowVersionsQuery;
import dev.sluice.api.manage.FlowsQuery;
import dev.sluice.api.manage.LogQuery;
import dev.sluice.api.manage.ManagementException;
import dev.sluice.api.manage.StatsQuery;
import dev.sluice.api.manage.StoredFlow;
import dev.sluice.api.manage.StoredVersion;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Activity;
import dev.sluice.api.trigger.ButtonPress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is demanded of creating, reading, changing, promoting and deleting a flow. */
interface FlowContract extends TestedManagement {
  @Test
  default void aFlowGetsItsIdAndDates() {
    StoredFlow posted =
        management()
            .flows()
            .post(
                json(
                    "{'name':'All','description':'d','shortDescription':'s','docsUrl':'u',"
                        + "'iconData':null,'category':'','globals':[{'key':'k','json':'1'}]}"));

    assertTrue(posted.id().matches("[0-9a-f]{24}"), posted.id());
    ObjectValue expected =
        json(
                "{'name':'All','description':'d','shortDescription':'s','docsUrl':'u',"
                    + "'globals':[{'key':'k','json':'1'}],'triggers':[],'nodes':[],"
                    + "'enabled':true,'flowClass':'cloud'}")
            .toBuilder()
            .put("id", posted.id())
            .put("flowId", posted.id())
            .put("applicationId", APPLICATION)
            .put("creationDate", NOW)
            .put("lastUpdated", NOW)
            .build();
    assertEquals(expected, posted.toJson());
    ObjectValue got = management().flow(posted.id()).get().toJson();
    assertEquals(json("{'runCount':0,'errorCount':0,'byVersion':{}}"), got.get("stats"));
    assertEquals(expected, got.toBuilder().remove("stats").build());
  }

  @Test
  default void whatIsMadeAndChangedNamesItsAuthor() {
    String id =
        management()
            .by(new Author(UNKNOWN, Author.Type.USER))
            .flows()
            .post(json("{'name':'Mine'}"))
            .id();
    clock().advance(Duration.ofSeconds(1));
    ObjectValue changed =
        management()
            .by(new Author(APPLICATION, Author.Type.API_TOKEN))
            .flow(id)
            .patch(json("{'enabled':false}"))
            .toJson();

    assertEquals(Value.of(UNKNOWN), changed.get("createdById"));
    assertEquals(Value.of("user"), changed.get("createdByType"));
    assertEquals(Value.of(NOW), changed.get("creationDate"));
    assertEquals(Value.of(APPLICATION), changed.get("lastUpdatedById"));
    assertEquals(Value.of("apiToken"), changed.get("lastUpdatedByType"));
    assertEquals(Value.of("2025-03-04T05:06:08.123Z"), changed.get("lastUpdated"));
  }

  @Test
  default void triggersGetTheKeysThatNobodyChooses() {
    StoredFlow flow =
        management()
            .flows()
            .post(
                json(
                    "{'name':'Keys','triggers':[{'type':'timer','config':{'seconds':60}},"
                        + "{'type':'virtualButton'},{'type':'flowError'},"
                        + "{'type':'flowError','config':{'scope':'global'}},"
                        + "{'type':'webhook','key':'mine'},{'type':'deviceCreate'}]}"));

    List<String> keys =
        flow.flow().develop().triggers().stream()
            .map(trigger -> String.valueOf(trigger.key()))
            .toList();
    String key = flow.id() + "-[0-9a-zA-Z_-]{21}";
    assertTrue(keys.get(0).matches(key), keys.get(0));
    assertTrue(keys.get(1).matches(key), keys.get(1));
    assertNotEquals(keys.get(0), keys.get(1));
    assertEquals(
        List.of(flow.id() + "-flowError", APPLICATION + "-global-flowError", "mine", "null"),
        keys.subList(2, 6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                        | name: found nothing
          {'name':''}                               | name: found "";
          {'name':5}                                | name: found 5;
          {'name':'n','colour':1}                   | colour: found a property that is not known
          {'name':'n','flowClass':'sky'}            | flowClass: found "sky"; expected one of cloud
          {'name':'n','category':'fun'}             | category: found "fun"
          {'name':'n','iconData':'x'}               | iconData: found "x"
          {'name':'n','minimumAgentVersion':'1'}    | minimumAgentVersion: found "1"
          {'name':'n','customNodeSupports':['sea']} | customNodeSupports: found ["sea"]
          {'name':'n','enabled':'yes'}              | enabled: found "yes"; expected true or false
          {'name':'n','nodes':{}}                   | nodes: found {}
          {'name':'n','nodes':[5]}                  | nodes[0]
          {'name':'n','defaultVersionId':'0123456789abcdef01234567'} | defaultVersionId: found
          {'name':'n','nodes':[{'id':'a','type':'Nonsense'}]} | Nonsense
          """)
  default void aMalformedFlowIsRefused(String flow, String message) {
    String found = invalid(() -> management().flows().post(json(flow)));

    assertTrue(found.contains(message), found);
    assertEquals(0, management().flows().get(FlowsQuery.defaults()).totalCount());
  }

  @Test
  default void anErrorHasTypeAndMessage() {
    ManagementException refusal =
        refused(ManagementException.Type.NOT_FOUND, () -> management().flow(UNKNOWN).get());

    assertEquals(404, refusal.type().status());
    assertEquals(
        json("{'type':'NotFound','message':'There is no flow " + UNKNOWN + "'}"), refusal.toJson());
    assertEquals(400, ManagementException.Type.VALIDATION.status());
  }

  @Test
  default void everyOperationOnAFlowThatIsNotThereIsNotFound() {
    var flow = management().flow(UNKNOWN);
    notFound(() -> flow.patch(json("{}")));
    notFound(flow::delete);
    notFound(() -> flow.errors(ErrorsQuery.defaults()));
    notFound(() -> flow.stats(StatsQuery.defaults()));
    notFound(() -> flow.getLogEntries(LogQuery.defaults()));
    notFound(flow::getStorageEntries);
    notFound(() -> flow.setStorageEntry(json("{'key':'k'}")));
    notFound(flow::clearStorageEntries);
    notFound(flow::getStorageEntriesMetadata);
    notFound(() -> flow.pressVirtualButton(json("{'key':'k'}")));
    notFound(() -> management().flowVersions(UNKNOWN).get(FlowVersionsQuery.defaults()));
    notFound(() -> management().flowVersions(UNKNOWN).post(json("{'version':'v'}")));
    notFound(() -> management().flowVersions(UNKNOWN).delete(json("{'query':{}}")));
    String id = post(json("{'name':'There'}"));
    for (String flowId : List.of(UNKNOWN, id)) {
      var version = management().flowVersion(flowId, "v1");
      notFound(version::get);
      notFound(() -> version.patch(json("{}")));
      notFound(version::delete);
      notFound(() -> version.errors(ErrorsQuery.defaults()));
      notFound(() -> version.stats(StatsQuery.defaults()));
      notFound(() -> version.getLogEntries(LogQuery.defaults()));
    }
  }

  @Test
  default void aPatchIsPartialForScalarsAndWholeForTriggersAndNodes() {
    String id = post(saying("Old", "a").toBuilder().put("description", "stays").build());
    ObjectValue other = saying("x", "b");

    ObjectValue changed =
        management()
            .flow(id)
            .patch(
                json("{'name':'New','category':'logic'}").toBuilder()
                    .put("nodes", other.get("nodes"))
                    .build())
            .toJson();

    assertEquals(Value.of("New"), changed.get("name"));
    assertEquals(Value.of("stays"), changed.get("description"));
    assertEquals(Value.of("logic"), changed.get("category"));
    assertEquals(other.get("nodes"), changed.get("nodes"));
    assertEquals(1, ((ArrayValue) changed.get("triggers")).size());
    run(id);
    assertEquals(json("{'b':1}"), management().flow(id).getStorageEntries());

    ObjectValue less = management().flow(id).patch(json("{'category':'','triggers':[]}")).toJson();
    assertFalse(less.has("category"));
    assertEquals(ArrayValue.of(), less.get("triggers"));
    assertEquals(less.toBuilder().build(), management().flow(id).get().toJson());
  }

  @Test
  default void aPatchWithErrorsChangesNothing() {
    String id = post(saying("Sound", "a"));
    ObjectValue before = management().flow(id).get().toJson();

    String message =
        invalid(
            () ->
                management()
                    .flow(id)
                    .patch(
                        json(
                            "{'name':'Broken','nodes':[{'id':'a','type':'Say','config':{},"
                                + "'outputIds':[['gone']]}]}")));

    assertTrue(message.contains("config.entry"), message);
    assertTrue(message.contains("gone"), message);
    assertEquals(before, management().flow(id).get().toJson());
    run(id);
    assertEquals(json("{'a':1}"), management().flow(id).getStorageEntries());
  }

  @Test
  default void aDisabledFlowIsOutOfService() {
    String id = post(saying("Off", "a"));
    management().flow(id).patch(json("{'enabled':false}"));

    String message = invalid(() -> press(id));

    assertTrue(message.contains("disabled"), message);
    management().flow(id).patch(json("{'enabled':true}"));
    run(id);
  }

  @Test
  default void promotingAVersionSwapsWhatRuns() {
    String id = post(saying("Promoted", "develop"));
    StoredVersion v1 = management().flowVersions(id).post(version(saying("", "v1"), "v1"));
    StoredVersion v2 = management().flowVersions(id).post(version(saying("", "v2"), "v2"));
    run(id);
    management().flow(id).patch(ObjectValue.of("defaultVersionId", text(v1.id())));
    run(id);
    ObjectValue promoted =
        management().flow(id).patch(ObjectValue.of("defaultVersionId", text(v2.id()))).toJson();
    run(id);
    assertEquals(text(v2.id()), promoted.get("defaultVersionId"));
    ObjectValue back = management().flow(id).patch(json("{'defaultVersionId':null}")).toJson();
    run(id);

    assertFalse(back.has("defaultVersionId"));
    assertEquals(json("{'develop':2,'v1':1,'v2':1}"), management().flow(id).getStorageEntries());
    assertEquals(
        json(
            "{'runCount':4,'errorCount':0,'byVersion':{'develop':{'runCount':2,'errorCount':0},"
                + "'v1':{'runCount':1,'errorCount':0},'v2':{'runCount':1,'errorCount':0}}}"),
        management().flow(id).get().toJson().get("stats"));
    invalid(() -> management().flow(id).patch(ObjectValue.of("defaultVersionId", text(UNKNOWN))));
  }

  @Test
  default void deletingAFlowDeletesAllThatIsItsOwn() {
    String id = post(saying("Gone", "a"));
    StoredVersion v1 = management().flowVersions(id).post(version(saying("", "v1"), "v1"));
    Engine engine = engine();
    engine.schedule(id, ButtonPress.of("go"), clock().instant().plus(Duration.ofDays(1)));
    run(id);

    assertEquals(json("{'success':true}"), management().flow(id).delete().toJson());

    notFound(() -> management().flow(id).get());
    refusedRun(id, "default");
    assertEquals(List.of(), store().scheduledRuns().all());
    assertEquals(Map.of(), engine.storage().storage(id).entries());
    assertEquals(
        Set.of(), store().documents().bodies(List.of(id, String.valueOf(v1.id()))).keySet());
    assertEquals(
        List.of(),
        store()
            .activity()
            .counts(
                new Activity.Scope(id, null, null),
                Instant.EPOCH,
                clock().instant().plusSeconds(60)));
  }
}
