package org.mailround.token;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys that are given and not kept here, such as by the environment.
 *
 * <p>{@link #toString()} tells none of them.
 *
 * @param keys secrets in Base64, by name; none where they are kept in the data folder
 */
@ConfigurationProperties("mailround")
record KeySettings(@DefaultValue Map<String, String> keys) {

    KeySettings {
        keys = Map.copyOf(keys);
    }

    @Override
    public String toString() {
        return "KeySettings[" + keys.keySet() + "]";
    }
}
