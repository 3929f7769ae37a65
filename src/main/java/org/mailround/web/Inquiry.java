package org.mailround.web;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * What is asked of the web.
 *
 * @param url http or https, with a host; a name and password in it are not sent
 * @param method {@code HEAD} or {@code GET}
 * @param headers what is said besides, by name
 * @param most how many octets of the body are wanted: the beginning of a longer one is enough
 */
public record Inquiry(URI url, String method, Map<String, String> headers, int most, Bounds bounds) {

    /**
     * How far to go for it.
     *
     * @param within how long it may take to the last octet, redirects included
     * @param meant which private hosts may be reached
     * @param keepsHttps whether https is never left for http, where others on the way can change what is answered
     */
    public record Bounds(Duration within, PrivateHosts meant, boolean keepsHttps) {}
}
