@NullMarked
package dev.sluice.core.record;

import org.jspecify.annotations.NullMarked;
