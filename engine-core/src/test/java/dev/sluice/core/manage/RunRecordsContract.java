package dev.sluice.core.manage;

import static dev.sluice.core.manage.TestFlows.failing;
import static dev.sluice.core.manage.TestFlows.json;
import static dev.sluice.core.manage.TestFlows.saying;
import static dev.sluice.core.manage.TestFlows.text;
import static dev.sluice.core.manage.TestFlows.version;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.manage.ErrorsQuery;
import dev.sluice.api.manage.FlowErrors;
import dev.sluice.api.manage.FlowLog;
import dev.sluice.api.manage.FlowStats;
import dev.sluice.api.manage.LogQuery;
import dev.sluice.api.manage.SortDirection;
import dev.sluice.api.manage.StatsQuery;
import dev.sluice.api.manage.StoredVersion;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.Firing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is demanded of errors, stats and the log. */
interface RunRecordsContract extends TestedManagement {
  @Test
  default void errorsAreListed() {
    String id = post(failing("Fails"));
    StoredVersion v1 = management().flowVersions(id).post(version(failing(""), "v1"));
    run(id);
    clock().advance(Duration.ofHours(1));
    engine().run(id, Firing.virtualButton().withVersion("v1"));
    var flow = management().flow(id);

    FlowErrors errors = flow.errors(ErrorsQuery.defaults());

    assertEquals(
        json(
            "{'start':'2025-03-03T06:06:07.123Z','end':'2025-03-04T06:06:07.123Z','limit':25,"
                + "'sortDirection':'desc','errors':["
                + "{'time':'2025-03-04T06:06:07.123Z','flowVersion':'v1','flowVersionId':'"
                + v1.id()
                + "','nodeId':'a','nodeLabel':'Breaks',"
                + "'error':{'name':'TestError','message':'It was told to fail.'}},"
                + "{'time':'2025-03-04T05:06:07.123Z','flowVersion':'develop','nodeId':'a',"
                + "'nodeLabel':'Breaks',"
                + "'error':{'name':'TestError','message':'It was told to fail.'}}]}"),
        errors.toJson());
    ErrorsQuery query = ErrorsQuery.defaults();
    assertEquals(
        List.of("develop", "v1"),
        versions(flow.errors(query.withSortDirection(SortDirection.ASCENDING))));
    assertEquals(List.of("v1"), versions(flow.errors(query.withLimit(1))));
    assertEquals(List.of("v1"), versions(flow.errors(query.withDuration(Duration.ofMinutes(1)))));
    assertEquals(
        List.of("develop"),
        versions(flow.errors(query.withEnd(-Duration.ofMinutes(30).toMillis()))));
    assertEquals(
        List.of("develop"),
        versions(flow.errors(query.withEnd(TestClock.BEGIN.toEpochMilli() + 1))));
    assertEquals(List.of("develop"), versions(flow.errors(query.withFlowVersion("develop"))));
    FlowErrors ofId = flow.errors(query.withFlowVersion(v1.id()));
    assertEquals(List.of("v1"), versions(ofId));
    assertEquals(Value.of("v1"), ofId.toJson().get("flowVersion"));
    assertEquals(text(v1.id()), ofId.toJson().get("flowVersionId"));
    assertEquals(List.of(), versions(flow.errors(query.withDeviceId(UNKNOWN))));
    assertEquals(List.of("v1"), versions(management().flowVersion(id, "v1").errors(query)));
    assertEquals(
        List.of("develop"), versions(management().flowVersion(id, "develop").errors(query)));
    for (ErrorsQuery wrong :
        List.of(query.withLimit(0), query.withLimit(1_001), query.withDuration(Duration.ZERO))) {
      invalid(() -> flow.errors(wrong));
    }
  }

  private static List<String> versions(FlowErrors errors) {
    return errors.errors().stream().map(error -> error.version()).toList();
  }

  @Test
  default void runsAreCountedByTime() {
    String id = post(saying("Counted", "a"));
    management().flowVersions(id).post(version(failing(""), "v1"));
    run(id);
    run(id);
    clock().advance(Duration.ofMinutes(90));
    engine().run(id, Firing.virtualButton().withVersion("v1"));
    var flow = management().flow(id);

    FlowStats stats = flow.stats(StatsQuery.defaults());

    assertEquals(25, stats.metrics().size());
    assertEquals(Instant.parse("2025-03-03T06:00:00Z"), stats.metrics().getFirst().time());
    assertEquals(
        List.of("2025-03-04T05:00:00Z 2 0 2 0", "2025-03-04T06:00:00Z 1 1 0 1"), shown(stats));
    ObjectValue json = stats.toJson();
    assertEquals(Value.of("2025-03-03T06:36:07.123Z"), json.get("start"));
    assertEquals(Value.of("2025-03-04T06:36:07.123Z"), json.get("end"));
    assertEquals(Value.of(3_600_000), json.get("resolution"));
    assertEquals(
        Set.of("time", "runCount", "errorCount", "pathsCompleted", "pathsFailed", "wallTime"),
        Set.copyOf(((ObjectValue) json.get("metrics").get(0)).keys()));
    StatsQuery query = StatsQuery.defaults();
    assertEquals(
        List.of("2025-03-04T06:36:00Z 1 1 0 1"),
        shown(
            flow.stats(
                query.withDuration(Duration.ofMinutes(1)).withResolution(Duration.ofMinutes(1)))));
    assertEquals(
        List.of("2025-03-04T05:00:00Z 2 0 2 0"),
        shown(flow.stats(query.withFlowVersion("develop"))));
    assertEquals(
        List.of("2025-03-04T06:00:00Z 1 1 0 1"),
        shown(management().flowVersion(id, "v1").stats(query)));
    assertEquals(List.of(), shown(flow.stats(query.withDeviceId(UNKNOWN))));
    for (StatsQuery wrong :
        List.of(
            query.withResolution(Duration.ofSeconds(59)),
            query.withResolution(Duration.ofSeconds(90)),
            query.withDuration(Duration.ofDays(-1)),
            query.withDuration(Duration.ofDays(365)).withResolution(Duration.ofMinutes(1)))) {
      invalid(() -> flow.stats(wrong));
    }
  }

  private static List<String> shown(FlowStats stats) {
    return stats.metrics().stream()
        .filter(metric -> metric.runCount() > 0)
        .map(
            metric ->
                metric.time()
                    + " "
                    + metric.runCount()
                    + " "
                    + metric.errorCount()
                    + " "
                    + metric.pathsCompleted()
                    + " "
                    + metric.pathsFailed())
        .toList();
  }

  @Test
  default void theLogHasWhatRunsDidByTheMinute() {
    String id = post(failing("Logged"));
    StoredVersion v1 = management().flowVersions(id).post(version(saying("", "a"), "v1"));
    run(id);
    clock().advance(Duration.ofMinutes(1));
    run(id);
    engine().run(id, Firing.virtualButton().withVersion("v1"));
    var flow = management().flow(id);

    FlowLog one = flow.getLogEntries(LogQuery.defaults());

    assertEquals(1, one.entries().size());
    Value entry = one.toJson().get(0);
    assertEquals(Value.of("develop"), entry.get("flowVersionId"));
    assertEquals(Value.of("2025-03-04T05:07:00.000Z"), entry.get("time"));
    assertEquals(Value.of(1), entry.get("runCount"));
    assertEquals(Value.of(1), entry.get("pathsFailed"));
    assertEquals(Value.of(0), entry.get("pathsCompleted"));
    assertEquals(Value.of("TestError"), entry.get("errors").get(0).get("error").get("name"));
    FlowLog all = flow.getLogEntries(LogQuery.defaults().withLimit(10));
    assertEquals(3, all.entries().size());
    assertEquals(text(v1.id()), all.toJson().get(1).get("flowVersionId"));
    assertEquals(
        2,
        flow.getLogEntries(
                LogQuery.defaults().withLimit(10).withSince(Instant.parse("2025-03-04T05:07:00Z")))
            .entries()
            .size());
    assertEquals(
        1,
        management()
            .flowVersion(id, "v1")
            .getLogEntries(LogQuery.defaults().withLimit(10))
            .entries()
            .size());
    invalid(() -> flow.getLogEntries(LogQuery.defaults().withLimit(0)));
  }
}
