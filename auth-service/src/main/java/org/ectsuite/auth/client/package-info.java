/** Programs that get tokens in their own name. */
@NullMarked
package org.ectsuite.auth.client;

import org.jspecify.annotations.NullMarked;
