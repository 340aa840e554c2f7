@NullMarked
package io.quarkus.qute;

import org.jspecify.annotations.NullMarked;
