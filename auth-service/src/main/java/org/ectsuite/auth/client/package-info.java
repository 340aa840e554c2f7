/** Programs that get tokens: services of the suite, and clients that administrators register. */
@NullMarked
package org.ectsuite.auth.client;

import org.jspecify.annotations.NullMarked;
