package org.mailround.admin.health;

import org.mailround.words.Words;
import org.springframework.stereotype.Component;

/** Says how large something is. */
@Component
class Sizes {

    private static final double MIB = 1024 * 1024;

    private final Words words;

    Sizes(Words words) {
        this.words = words;
    }

    /** So many octets, as people read it: {@code 1.4 GB}. */
    String say(long octets) {
        double mib = octets / MIB;
        return mib < 1024 ? words.say("health.mb", Math.ceil(mib)) : words.say("health.gb", mib / 1024);
    }
}
