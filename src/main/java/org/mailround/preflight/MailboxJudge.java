package org.mailround.preflight;

import java.util.List;

/** Whether answers to a domain get anywhere (RFC 5321 section 5.1). */
final class MailboxJudge {

    private final Dns dns;
    private final Findings found;

    MailboxJudge(Dns dns, Findings found) {
        this.dns = dns;
        this.found = found;
    }

    void judge(String domain, String key) {
        List<String> hosts = dns.mx(domain);
        if (hosts.contains(".")) {
            found.error(
                    "dns.mx",
                    domain,
                    "%s takes no mail, so answers come back: write another address into %s.".formatted(domain, key));
        } else if (!hosts.isEmpty()) {
            found.ok("dns.mx", domain, "Answers to %s are taken by %s.".formatted(domain, hosts.get(0)));
        } else if (dns.addresses(domain).isEmpty()) {
            found.error(
                    "dns.mx",
                    domain,
                    "%s has neither an MX record nor an address, so answers come back: add an MX record, or write another address into %s."
                            .formatted(domain, key));
        } else {
            found.ok("dns.mx", domain, "Answers to %s go to that host itself.".formatted(domain));
        }
    }
}
