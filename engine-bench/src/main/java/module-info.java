/** Benchmarks. */
module dev.sluice.bench {
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.github.jknack.handlebars;
  requires dev.sluice.api;
  requires dev.sluice.core;
  requires dev.sluice.nodes;
  requires java.management;
  requires jmh.core;
  requires static org.jspecify;

  exports dev.sluice.bench;
}
