@NullMarked
package org.ectsuite.webedge.problem;

import org.jspecify.annotations.NullMarked;
