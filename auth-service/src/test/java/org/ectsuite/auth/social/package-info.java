@org.jspecify.annotations.NullMarked
package org.ectsuite.auth.social;
