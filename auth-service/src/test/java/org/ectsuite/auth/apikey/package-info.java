@NullMarked
package org.ectsuite.auth.apikey;

import org.jspecify.annotations.NullMarked;
