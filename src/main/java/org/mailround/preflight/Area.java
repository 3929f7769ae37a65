package org.mailround.preflight;

import java.util.Set;

/** What a finding is about; in the order in which people read. */
public enum Area {
    GATHERED("Lists and sources", "list", "source"),
    CLINIC("Clinic", "clinic", "sample"),
    MAIL("Mail", "mail", "template"),
    LINKS("Links", "link"),
    IMAGES("Images", "image"),
    AUDIENCE("Audience", "audience", "consent"),
    RELAY("Relay", "relay"),
    DNS("DNS", "dns");

    private final String heading;
    private final Set<String> prefixes;

    Area(String heading, String... prefixes) {
        this.heading = heading;
        this.prefixes = Set.of(prefixes);
    }

    /** As people read it. */
    public String heading() {
        return heading;
    }

    static Area of(String code) {
        String prefix = code.substring(0, code.indexOf('.'));
        for (Area area : values()) {
            if (area.prefixes.contains(prefix)) {
                return area;
            }
        }
        throw new IllegalArgumentException("no area: " + code);
    }
}
