package dev.sluice.bench;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarkSmokeTest {
  /** A size at which whatever a benchmark does is done. */
  private static final int ENOUGH = 100;

  /** The set-up of each compares results, so that one iteration also checks what is measured. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "LanguageBenchmark",
        "ThresholdAlert",
        "WithJs",
        "LongChain",
        "FanOut",
        "Loop",
        "CustomNode",
        "StorageCounter",
        "ErrorPath",
        "DebugBenchmark",
        "TriggerBenchmark",
        "FunctionBenchmark",
        "AttackBenchmark",
        "StoreBenchmark",
        "OpeningBenchmark",
        "ManagementBenchmark",
        "RecordingBenchmark",
        "NodesBenchmark",
        "PayloadBenchmark",
        "BranchesBenchmark",
        "ThreadsBenchmark",
        "FlowsBenchmark",
        "IdleFlowsBenchmark",
        "RunsBenchmark",
        "WaitingRunsBenchmark",
        "StartBenchmark"
      })
  void everyBenchmarkRuns(String benchmark) throws RunnerException {
    run(benchmark);
  }

  @Test
  void theRealFlowRunsWhereItIs() throws RunnerException {
    assumeTrue(Corpus.isThere(), Corpus::absence);
    run("RealFlow");
  }

  private static void run(String benchmark) throws RunnerException {
    Set<BenchmarkListEntry> declared =
        BenchmarkList.defaultList()
            .find(
                OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
                List.of("\\." + benchmark + "\\."),
                List.of());
    assertFalse(declared.isEmpty());
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + benchmark + "\\.")
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(1))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    smallestSizes(declared).forEach(options::param);

    Collection<RunResult> results = new Runner(options.build()).run();

    assertEquals(
        declared.stream().map(BenchmarkListEntry::getUsername).collect(toSet()),
        results.stream().map(result -> result.getParams().getBenchmark()).collect(toSet()));
  }

  /** Of parameters that are sizes the first, which is the smallest, or less. */
  private static Map<String, String> smallestSizes(Set<BenchmarkListEntry> declared) {
    Map<String, String> sizes = new HashMap<>();
    for (BenchmarkListEntry entry : declared) {
      entry
          .getParams()
          .orElse(Map.of())
          .forEach(
              (name, values) -> {
                if (values[0].matches("\\d+")) {
                  int size = Math.min(Integer.parseInt(values[0]), ENOUGH);
                  sizes.put(name, Integer.toString(size));
                }
              });
    }
    return sizes;
  }
}
