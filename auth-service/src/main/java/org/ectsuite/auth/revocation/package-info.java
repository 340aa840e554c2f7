/** What resource servers must refuse although its signature is good. */
@NullMarked
package org.ectsuite.auth.revocation;

import org.jspecify.annotations.NullMarked;
