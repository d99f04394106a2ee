/** Benchmarks. */
module dev.sluice.bench {
  requires camel.api;
  requires camel.core.engine;
  requires camel.core.model;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.github.jknack.handlebars;
  requires dev.sluice.api;
  requires dev.sluice.core;
  requires dev.sluice.nodes;
  requires java.management;
  requires jmh.core;
  requires liteflow.core;
  requires org.graalvm.polyglot;
  requires static org.jspecify;

  exports dev.sluice.bench;
  exports dev.sluice.bench.flow;
}
