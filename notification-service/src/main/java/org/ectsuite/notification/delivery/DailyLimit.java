package org.ectsuite.notification.delivery;

/** How much of a day's limit is left. */
final class DailyLimit {

    private DailyLimit() {}

    /**
     * How many mails may go now.
     *
     * @param limit how many may go in 24 hours
     * @param sent how many went in the last 24
     * @param wanted how many are to go now
     */
    static int allows(long limit, long sent, int wanted) {
        return Math.clamp(limit - sent, 0, wanted);
    }
}
