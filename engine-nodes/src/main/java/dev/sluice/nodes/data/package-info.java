/** Nodes that read and write other forms of data: dates, CSV, HTML and XML, JSON Schema. */
@NullMarked
package dev.sluice.nodes.data;

import org.jspecify.annotations.NullMarked;
