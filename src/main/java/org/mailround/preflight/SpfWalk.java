package org.mailround.preflight;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailround.web.Network;

/** Walks an SPF record and all that it includes, as receivers do (RFC 7208). */
final class SpfWalk {

    /** Section 4.6.4: beyond it receivers fail the check for good. */
    static final int MOST_LOOKUPS = 10;

    private static final int MOST_VOIDS = 2;

    private static final Pattern VERSION = Pattern.compile("(?i)v=spf1( .*)?");

    private final Dns dns;
    private final Set<String> problems = new LinkedHashSet<>();
    private final List<Network> networks = new ArrayList<>();
    private int lookups;
    private int voids;
    private boolean opaque;
    private @Nullable Character all;

    SpfWalk(Dns dns) {
        this.dns = dns;
    }

    /** The records of a domain that say they are SPF (section 4.5). */
    static List<String> records(Dns dns, String domain) {
        return dns.txt(domain).stream()
                .filter(txt -> VERSION.matcher(txt).matches())
                .toList();
    }

    /** Follows the record of a domain, which is the one that receivers ask for. */
    void begin(String domain, String record) {
        follow(domain, record, true);
    }

    /** What makes receivers fail the check for good, each in a clause. */
    Set<String> problems() {
        return problems;
    }

    int lookups() {
        return lookups;
    }

    /** The qualifier of {@code all}, where the walk ends; null where it ends without a word. */
    @Nullable
    Character all() {
        return all;
    }

    /** Whether it lets mail from such an address pass; empty where that depends on more. */
    Optional<Boolean> allows(byte[] address) {
        if (networks.stream().anyMatch(network -> network.contains(address))) {
            return Optional.of(true);
        }
        return opaque ? Optional.empty() : Optional.of(false);
    }

    /** Whether it lets nobody pass, whoever asks. */
    boolean allowsNobody() {
        return networks.isEmpty() && !opaque && (all == null || all != '+');
    }

    private void follow(String domain, String record, boolean outermost) {
        String redirect = null;
        Character end = null;
        for (String word : record.substring("v=spf1".length()).strip().split(" +")) {
            if (word.isEmpty()) {
                continue;
            }
            Optional<SpfTerm> parsed = SpfTerm.parse(word);
            if (parsed.isEmpty()) {
                problems.add("“%s” in the record of %s means nothing".formatted(word, domain));
                continue;
            }
            SpfTerm term = parsed.get();
            if (term.name().equals("redirect") && term.isModifier()) {
                redirect = term.value();
            } else if (term.name().equals("all") && !term.isModifier()) {
                end = end == null ? Character.valueOf(term.qualifier()) : end;
            } else if (end == null && !term.isModifier()) {
                meet(term, domain);
            }
        }
        if (end == null && redirect != null) {
            count();
            enter(redirect, domain, "is redirected to", outermost);
        } else if (outermost) {
            all = end;
        }
    }

    private void meet(SpfTerm term, String domain) {
        if (term.looksUp()) {
            count();
        }
        boolean passes = term.qualifier() == '+';
        switch (term.name()) {
            case "ip4", "ip6" -> {
                if (passes) {
                    networks.add(Network.of(term.value(), term.prefix()));
                }
            }
            case "include" -> enter(term.value(), domain, "includes", false);
            case "a", "mx" -> hosts(term, term.value().isEmpty() ? domain : term.value(), passes);
            default -> opaque = true;
        }
    }

    private void hosts(SpfTerm term, String domain, boolean passes) {
        if (term.hasMacro() || lookups > MOST_LOOKUPS) {
            opaque = true;
            return;
        }
        List<String> hosts = term.name().equals("a") ? List.of(domain) : dns.mx(domain);
        boolean empty = true;
        for (String host : hosts.stream().limit(MOST_LOOKUPS).toList()) {
            for (byte[] address : dns.addresses(host)) {
                empty = false;
                if (passes) {
                    networks.add(Network.of(address, term.prefix()));
                }
            }
        }
        if (empty && ++voids == MOST_VOIDS + 1) {
            problems.add("more than two of its names are not in the DNS: take those out that are no longer used");
        }
    }

    private void enter(String target, String domain, String how, boolean outermost) {
        if (target.contains("%")) {
            opaque = true;
            return;
        }
        // one that includes itself ends here, too
        if (lookups > MOST_LOOKUPS) {
            return;
        }
        List<String> records = records(dns, target);
        if (records.size() != 1) {
            problems.add("%s %s %s, which has %s SPF record"
                    .formatted(domain, how, target, records.isEmpty() ? "no" : "more than one"));
            return;
        }
        follow(target, records.get(0), outermost);
    }

    private void count() {
        lookups++;
        if (lookups == MOST_LOOKUPS + 1) {
            problems.add("it needs more than %d look-ups: take includes out that are no longer used"
                    .formatted(MOST_LOOKUPS));
        }
    }
}
