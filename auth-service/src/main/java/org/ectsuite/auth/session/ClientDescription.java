package org.ectsuite.auth.session;

import java.util.regex.Pattern;

/**
 * A coarse name for a browser ("Firefox on Linux"), by which people know their own browser again, in mails and in the list
 * of their sessions. It is made of fixed words alone: what a client says of itself never gets there.
 *
 * @param text English
 */
public record ClientDescription(String text) {

    /** Which word of a User-Agent means which name; the first that fits wins, since most browsers claim to be others too. */
    private enum Browser {
        EDGE("Edge", "\\bEdgA?(iOS)?/"),
        OPERA("Opera", "\\bOPR/|\\bOPT/"),
        SAMSUNG("Samsung Internet", "\\bSamsungBrowser/"),
        FIREFOX("Firefox", "\\bFirefox/|\\bFxiOS/"),
        CHROME("Chrome", "\\bChrome/|\\bChromium/|\\bCriOS/|\\bHeadlessChrome/"),
        SAFARI("Safari", "\\bVersion/.*\\bSafari/");

        private final String label;
        private final Pattern sign;

        Browser(String label, String sign) {
            this.label = label;
            this.sign = Pattern.compile(sign);
        }
    }

    private enum Platform {
        ANDROID("Android", "\\bAndroid\\b"),
        IOS("iOS", "\\biPhone\\b|\\biPad\\b"),
        WINDOWS("Windows", "\\bWindows\\b"),
        MAC("macOS", "\\bMacintosh\\b"),
        CHROME_OS("ChromeOS", "\\bCrOS\\b"),
        LINUX("Linux", "\\bLinux\\b|\\bX11\\b");

        private final String label;
        private final Pattern sign;

        Platform(String label, String sign) {
            this.label = label;
            this.sign = Pattern.compile(sign);
        }
    }

    public static ClientDescription of(String userAgent) {
        String browser = "A browser or program";
        for (Browser candidate : Browser.values()) {
            if (candidate.sign.matcher(userAgent).find()) {
                browser = candidate.label;
                break;
            }
        }
        for (Platform candidate : Platform.values()) {
            if (candidate.sign.matcher(userAgent).find()) {
                return new ClientDescription(browser + " on " + candidate.label);
            }
        }
        return new ClientDescription(browser);
    }
}
