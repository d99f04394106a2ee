package dev.sluice.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarkSmokeTest {
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
        "RecordingBenchmark"
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
    Options options =
        new OptionsBuilder()
            .include("\\." + benchmark + "\\.")
            .param("flows", "2000")
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(1))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();

    Collection<RunResult> results = new Runner(options).run();

    Set<String> ran = new TreeSet<>();
    results.forEach(result -> ran.add(result.getParams().getBenchmark()));
    Set<String> declared = new TreeSet<>();
    BenchmarkList.defaultList()
        .find(
            OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
            options.getIncludes(),
            options.getExcludes())
        .forEach(entry -> declared.add(entry.getUsername()));
    assertFalse(declared.isEmpty());
    assertEquals(declared, ran);
  }
}
