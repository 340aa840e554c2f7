@NullMarked
package org.ectsuite.auth.addressban;

import org.jspecify.annotations.NullMarked;
