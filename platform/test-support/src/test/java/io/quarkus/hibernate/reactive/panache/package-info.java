@NullMarked
package io.quarkus.hibernate.reactive.panache;

import org.jspecify.annotations.NullMarked;
