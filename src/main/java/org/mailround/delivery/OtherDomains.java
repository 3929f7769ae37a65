package org.mailround.delivery;

import java.util.Collection;
import java.util.List;

/** The part of a statement on deliveries that leaves some destination domains aside. */
final class OtherDomains {

    private OtherDomains() {}

    static String condition(Collection<String> domains) {
        return " and canonical not like ?".repeat(domains.size());
    }

    static List<?> parameters(Collection<String> domains) {
        return domains.stream().map(domain -> "%@" + domain).toList();
    }
}
