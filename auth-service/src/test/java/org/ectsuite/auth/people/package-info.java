@NullMarked
package org.ectsuite.auth.people;

import org.jspecify.annotations.NullMarked;
