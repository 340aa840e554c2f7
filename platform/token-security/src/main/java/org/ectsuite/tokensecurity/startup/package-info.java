/** What a service checks before it serves in production. */
@NullMarked
package org.ectsuite.tokensecurity.startup;

import org.jspecify.annotations.NullMarked;
