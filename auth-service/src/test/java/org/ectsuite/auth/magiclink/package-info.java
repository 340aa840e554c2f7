@NullMarked
package org.ectsuite.auth.magiclink;

import org.jspecify.annotations.NullMarked;
