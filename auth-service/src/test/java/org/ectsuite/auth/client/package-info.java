@NullMarked
package org.ectsuite.auth.client;

import org.jspecify.annotations.NullMarked;
