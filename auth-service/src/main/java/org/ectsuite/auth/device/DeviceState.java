package org.ectsuite.auth.device;

/** The life of a device's request. */
enum DeviceState {
    PENDING,
    /** Its owner has agreed. */
    APPROVED,
    /** Its owner has not. */
    REFUSED,
    /** The device has its tokens. */
    USED
}
