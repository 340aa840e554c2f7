/** The keys that sign access tokens: their life from publication to erasure, and the public set. */
@NullMarked
package org.ectsuite.auth.keys;

import org.jspecify.annotations.NullMarked;
