package org.mailround.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.mailround.web.Inquiry.Bounds;
import org.mailround.web.PrivateHosts.HostPort;

/** Inquiries as tests make them: names lead to this machine, and what is meant is named, as anybody has to. */
final class Asked {

    static final int MOST = 1000;

    /** No question leaves this machine: what is no number is at 127.0.0.1, if it is anywhere. */
    static final Names HERE = host -> {
        if (host.endsWith(".invalid")) {
            throw new UnknownHostException(host);
        }
        return host.matches("[0-9.]+|.*:.*")
                ? InetAddress.getAllByName(host)
                : new InetAddress[] {InetAddress.getByName("127.0.0.1")};
    };

    private Asked() {}

    /** Of the host and port that it names itself. */
    static Inquiry get(String url) {
        return get(url, Duration.ofSeconds(20));
    }

    static Inquiry get(String url, Duration within) {
        return new Inquiry(URI.create(url), "GET", Map.of(), MOST, new Bounds(within, meant(url), true));
    }

    /** As a stranger's address is asked for. */
    static Inquiry stranger(String url) {
        return new Inquiry(
                URI.create(url), "GET", Map.of(), MOST, new Bounds(Duration.ofSeconds(20), PrivateHosts.NONE, true));
    }

    private static PrivateHosts meant(String url) {
        return PrivateHosts.named(Set.of(HostPort.of(URI.create(url))));
    }
}
