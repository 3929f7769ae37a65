package org.mailround.preflight;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailround.smtp.Relay;

/** Whether a domain says in the DNS who may send for it (SPF, RFC 7208). */
final class SpfJudge {

    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|\\[.*\\]");

    private final Dns dns;
    private final Relay relay;
    private final Findings found;

    SpfJudge(Dns dns, Relay relay, Findings found) {
        this.dns = dns;
        this.relay = relay;
        this.found = found;
    }

    /** Whether receivers can let mail of that domain pass. */
    boolean judge(String domain) {
        List<String> records = SpfWalk.records(dns, domain);
        if (records.isEmpty()) {
            error(
                    domain,
                    "%s has no SPF record: add a TXT record that begins with v=spf1 and names the servers that send its mail; your mail provider tells its words."
                            .formatted(domain));
            return false;
        }
        if (records.size() > 1) {
            error(
                    domain,
                    "%s has %d SPF records, and receivers then believe none: put them together into one."
                            .formatted(domain, records.size()));
            return false;
        }
        SpfWalk walk = new SpfWalk(dns);
        walk.begin(domain, records.get(0));
        for (String problem : walk.problems()) {
            error(domain, "The SPF record of %s fails for everybody: %s.".formatted(domain, problem));
        }
        if (!walk.problems().isEmpty()) {
            return false;
        }
        return judgeEnd(domain, walk);
    }

    private boolean judgeEnd(String domain, SpfWalk walk) {
        if (walk.allowsNobody()) {
            error(
                    domain,
                    "The SPF record of %s names no server, so that nobody may send in its name: add those that send its mail; your mail provider tells its words."
                            .formatted(domain));
            return false;
        }
        Character all = walk.all();
        if (all != null && all == '+') {
            error(
                    domain,
                    "The SPF record of %s ends in +all, by which everybody may send in its name: end it in ~all or -all."
                            .formatted(domain));
            return true;
        }
        if (all == null || all == '?') {
            found.warning(
                    "dns.spf",
                    domain,
                    "The SPF record of %s does not say what of mail from elsewhere: end it in ~all or -all."
                            .formatted(domain));
        } else {
            found.ok(
                    "dns.spf",
                    domain,
                    "The SPF record of %s is in order, with %d of %d look-ups."
                            .formatted(domain, walk.lookups(), SpfWalk.MOST_LOOKUPS));
        }
        judgeRelay(domain, walk);
        return true;
    }

    /** Many relays send from other addresses than the one that mail is handed to: a hint, and no more. */
    private void judgeRelay(String domain, SpfWalk walk) {
        String host = relay.name().replaceFirst(":\\d+$", "");
        if (relay.isLoopback() || NUMBERS.matcher(host).matches()) {
            return;
        }
        List<byte[]> addresses = dns.addresses(host);
        List<Boolean> known =
                addresses.stream().map(walk::allows).flatMap(Optional::stream).toList();
        if (known.contains(true)) {
            found.ok("dns.spf-relay", domain, "The SPF record of %s names the relay %s.".formatted(domain, host));
        } else if (!known.isEmpty() && known.size() == addresses.size()) {
            found.warning(
                    "dns.spf-relay",
                    domain,
                    "The SPF record of %s does not name the addresses of %s: if the relay sends from these, add it."
                            .formatted(domain, host));
        }
    }

    private void error(String domain, String sentence) {
        found.error("dns.spf", domain, sentence);
    }
}
