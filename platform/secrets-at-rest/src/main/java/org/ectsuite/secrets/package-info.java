/** Encryption of the secrets a service stores: AES-256-GCM under a keyset whose keys carry ids and rotate. */
@NullMarked
package org.ectsuite.secrets;

import org.jspecify.annotations.NullMarked;
